package dev.aidis.schemas.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/**
 * The published versions of one contract, oldest first. The last is the current one: records are
 * written in it, and what was written in another is resolved to it.
 */
final class SchemaVersions {
  private final String contract;
  private final List<Schema> schemas;
  private final long[] fingerprints;

  SchemaVersions(String contract, List<Schema> schemas) {
    if (schemas.isEmpty()) {
      throw new IllegalArgumentException(contract + " has no published version");
    }
    this.contract = contract;
    this.schemas = List.copyOf(schemas);
    this.fingerprints =
        schemas.stream().mapToLong(SchemaNormalization::parsingFingerprint64).toArray();
  }

  /** Reads {@code /avro/<contract>/<version>.avsc} of version 1 to the newest. */
  static SchemaVersions load(String contract, int newest) {
    return new SchemaVersions(
        contract,
        IntStream.rangeClosed(1, newest).mapToObj(version -> parse(contract, version)).toList());
  }

  private static Schema parse(String contract, int version) {
    String resource = "/avro/" + contract + "/" + version + ".avsc";
    try (InputStream in = SchemaVersions.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the schema " + resource + " is not on the class path");
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the schema " + resource, e);
    }
  }

  String contract() {
    return contract;
  }

  List<Schema> all() {
    return schemas;
  }

  Schema current() {
    return schemas.getLast();
  }

  long currentFingerprint() {
    return fingerprints[fingerprints.length - 1];
  }

  @Nullable Schema find(long fingerprint) {
    for (int i = fingerprints.length - 1; i >= 0; i--) {
      if (fingerprints[i] == fingerprint) {
        return schemas.get(i);
      }
    }
    return null;
  }
}
