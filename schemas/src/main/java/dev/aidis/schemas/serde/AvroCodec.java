package dev.aidis.schemas.serde;

import dev.aidis.schemas.TimeOutOfRangeException;
import dev.aidis.schemas.serde.MalformedRecordException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * What the codecs have in common: the header, the versions and the errors. A record of the current
 * version is read field by field; one of an older version is first resolved to the current one by
 * Avro, which is slower and needs no code.
 */
abstract class AvroCodec<T> implements WireCodec<T> {
  private final SchemaVersions versions;
  private final byte[] header;

  AvroCodec(SchemaVersions versions) {
    this.versions = versions;
    this.header = SingleObject.header(versions.currentFingerprint());
  }

  final SchemaVersions versions() {
    return versions;
  }

  /** Writes the fields in the order of the current schema. */
  abstract void write(T value, FieldWriter out);

  /** Reads the fields in the order of the current schema. */
  abstract T read(FieldReader in) throws EOFException;

  @Override
  public final byte[] encode(T value) {
    FieldWriter out = new FieldWriter(header);
    write(value, out);
    return out.toByteArray();
  }

  @Override
  public final T decode(byte[] bytes) {
    long fingerprint = fingerprintOf(bytes);
    try {
      return fingerprint == versions.currentFingerprint()
          ? readCurrent(bytes, SingleObject.HEADER_LENGTH)
          : readCurrent(resolved(bytes, writerOf(fingerprint)), 0);
    } catch (EOFException e) {
      throw malformed(Reason.TRUNCATED, endsAfter(bytes), e);
    } catch (MalformedRecordException e) {
      throw e.contract().equals(versions.contract())
          ? e
          : malformed(e.reason(), "in it, " + e.getMessage(), e);
    } catch (TimeOutOfRangeException e) {
      throw malformed(Reason.TIME_OUT_OF_RANGE, found(e), e);
    } catch (IOException | RuntimeException e) {
      throw malformed(Reason.INVALID_VALUE, found(e), e);
    }
  }

  private long fingerprintOf(byte[] bytes) {
    if (!SingleObject.hasMagic(bytes)) {
      throw malformed(
          Reason.NOT_AVRO,
          "it does not begin with C3 01, the magic of Avro's single-object encoding, but with "
              + SingleObject.describeStart(bytes),
          null);
    }
    if (bytes.length < SingleObject.HEADER_LENGTH) {
      throw malformed(Reason.TRUNCATED, endsAfter(bytes), null);
    }
    return SingleObject.fingerprint(bytes);
  }

  private Schema writerOf(long fingerprint) {
    Schema writer = versions.find(fingerprint);
    if (writer == null) {
      throw malformed(
          Reason.UNKNOWN_SCHEMA,
          "none of its %d published versions has the fingerprint %016x"
              .formatted(versions.all().size(), fingerprint),
          null);
    }
    return writer;
  }

  private T readCurrent(byte[] bytes, int offset) throws EOFException {
    FieldReader in = new FieldReader(bytes, offset);
    T value = read(in);
    requireEnd(in.remaining());
    return value;
  }

  /** The body of the record as the current version would have written it. */
  private byte[] resolved(byte[] bytes, Schema writer) throws IOException {
    int offset = SingleObject.HEADER_LENGTH;
    BinaryDecoder decoder =
        DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
    Object value = new ResolvingReader(writer, versions.current()).read(null, decoder);
    requireEnd(decoder.remainingBytes());
    ByteArrayOutputStream body = new ByteArrayOutputStream(2 * bytes.length);
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    new GenericDatumWriter<>(versions.current()).write(value, encoder);
    return body.toByteArray();
  }

  private void requireEnd(int remaining) {
    if (remaining > 0) {
      throw malformed(
          Reason.TRAILING_BYTES, "it goes on for " + remaining + " bytes after its end", null);
    }
  }

  private static String endsAfter(byte[] bytes) {
    return "it ends after " + bytes.length + " bytes, in the middle of a value";
  }

  private static String found(Exception e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }

  private MalformedRecordException malformed(
      Reason reason, String found, @Nullable Throwable cause) {
    return new MalformedRecordException(versions.contract(), reason, found, cause);
  }
}
