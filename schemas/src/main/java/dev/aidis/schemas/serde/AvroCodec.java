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
abstract class AvroCodec<T> implements WireCodec<T>, NestedCodec<T> {
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
    return FieldWriter.write(out -> writeWhole(value, out));
  }

  @Override
  public final void writeNested(T value, FieldWriter out) {
    out.nested(field -> writeWhole(value, field));
  }

  @Override
  public final T readNested(FieldReader in) throws EOFException {
    return in.nested(this);
  }

  private void writeWhole(T value, FieldWriter out) {
    out.raw(header);
    write(value, out);
  }

  @Override
  public final T decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** The record that these bytes, from {@code begin} to before {@code end}, are. */
  final T decode(byte[] bytes, int begin, int end) {
    int length = end - begin;
    long fingerprint = fingerprintOf(bytes, begin, length);
    int body = begin + SingleObject.HEADER_LENGTH;
    try {
      return fingerprint == versions.currentFingerprint()
          ? readCurrent(new FieldReader(bytes, body, end))
          : readResolved(bytes, body, end, writerOf(fingerprint));
    } catch (EOFException e) {
      throw malformed(Reason.TRUNCATED, endsAfter(length), e);
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

  private long fingerprintOf(byte[] bytes, int begin, int length) {
    if (!SingleObject.hasMagic(bytes, begin, length)) {
      throw malformed(
          Reason.NOT_AVRO,
          "it does not begin with C3 01, the magic of Avro's single-object encoding, but with "
              + SingleObject.describeStart(bytes, begin, length),
          null);
    }
    if (length < SingleObject.HEADER_LENGTH) {
      throw malformed(Reason.TRUNCATED, endsAfter(length), null);
    }
    return SingleObject.fingerprint(bytes, begin);
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

  private T readCurrent(FieldReader in) throws EOFException {
    T value = read(in);
    requireEnd(in.remaining());
    return value;
  }

  /** Of an older version, by way of the bytes that the current one would have written. */
  private T readResolved(byte[] bytes, int begin, int end, Schema writer) throws IOException {
    BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, begin, end - begin, null);
    Object value = new ResolvingReader(writer, versions.current()).read(null, decoder);
    requireEnd(decoder.remainingBytes());
    ByteArrayOutputStream body = new ByteArrayOutputStream(2 * (end - begin));
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(body, null);
    new GenericDatumWriter<>(versions.current()).write(value, encoder);
    byte[] current = body.toByteArray();
    return readCurrent(new FieldReader(current, 0, current.length));
  }

  private void requireEnd(int remaining) {
    if (remaining > 0) {
      throw malformed(
          Reason.TRAILING_BYTES, "it goes on for " + remaining + " bytes after its end", null);
    }
  }

  private static String endsAfter(int length) {
    return "it ends after " + length + " bytes, in the middle of a value";
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
