package dev.aidis.ingest.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The messages of OTLP 1.x that are read, with the numbers of their fields and their names in JSON;
 * source: opentelemetry-proto, {@code collector/*}, {@code metrics/v1}, {@code logs/v1}, {@code
 * common/v1} and {@code resource/v1}.
 */
enum OtlpMessage {
  METRICS_REQUEST,
  RESOURCE_METRICS,
  SCOPE_METRICS,
  METRIC,
  SUM,
  NUMBER_POINT,
  LOGS_REQUEST,
  RESOURCE_LOGS,
  SCOPE_LOGS,
  LOG_RECORD,
  RESOURCE,
  KEY_VALUE,
  ANY_VALUE;

  /** How a field is written. */
  enum Type {
    TEXT(2),
    FLAG(0),
    NUMBER(0),
    FIXED(1),
    UNSIGNED(1),
    DECIMAL(1),
    MESSAGE(2),
    MESSAGES(2);

    private final int wireType;

    Type(int wireType) {
      this.wireType = wireType;
    }

    int wireType() {
      return wireType;
    }
  }

  /**
   * @param of the message it holds; of other types, any
   */
  record Field(int number, String name, Type type, OtlpMessage of) {}

  @Nullable Field field(long number) {
    return number > Integer.MAX_VALUE
        ? null
        : Fields.OF.getOrDefault(this, Map.of()).get((int) number);
  }

  /** Apart, because messages name each other. */
  private static final class Fields {
    static final Map<OtlpMessage, Map<Integer, Field>> OF =
        Arrays.stream(values()).collect(Collectors.toMap(Function.identity(), Fields::byNumber));

    private static Map<Integer, Field> byNumber(OtlpMessage message) {
      return Arrays.stream(of(message)).collect(Collectors.toMap(Field::number, field -> field));
    }

    private static Field[] of(OtlpMessage message) {
      return switch (message) {
        case METRICS_REQUEST -> fields(many(1, "resourceMetrics", RESOURCE_METRICS));
        case RESOURCE_METRICS ->
            fields(one(1, "resource", RESOURCE), many(2, "scopeMetrics", SCOPE_METRICS));
        case SCOPE_METRICS -> fields(many(2, "metrics", METRIC));
        case METRIC -> fields(value(1, "name", Type.TEXT), one(7, "sum", SUM));
        case SUM ->
            fields(
                many(1, "dataPoints", NUMBER_POINT),
                value(2, "aggregationTemporality", Type.NUMBER));
        case NUMBER_POINT ->
            fields(
                value(2, "startTimeUnixNano", Type.UNSIGNED),
                value(3, "timeUnixNano", Type.UNSIGNED),
                value(4, "asDouble", Type.DECIMAL),
                value(6, "asInt", Type.FIXED),
                many(7, "attributes", KEY_VALUE));
        case LOGS_REQUEST -> fields(many(1, "resourceLogs", RESOURCE_LOGS));
        case RESOURCE_LOGS ->
            fields(one(1, "resource", RESOURCE), many(2, "scopeLogs", SCOPE_LOGS));
        case SCOPE_LOGS -> fields(many(2, "logRecords", LOG_RECORD));
        case LOG_RECORD ->
            fields(
                value(1, "timeUnixNano", Type.UNSIGNED),
                value(11, "observedTimeUnixNano", Type.UNSIGNED),
                one(5, "body", ANY_VALUE),
                many(6, "attributes", KEY_VALUE),
                value(12, "eventName", Type.TEXT));
        case RESOURCE -> fields(many(1, "attributes", KEY_VALUE));
        case KEY_VALUE -> fields(value(1, "key", Type.TEXT), one(2, "value", ANY_VALUE));
        case ANY_VALUE ->
            fields(
                value(1, "stringValue", Type.TEXT),
                value(2, "boolValue", Type.FLAG),
                value(3, "intValue", Type.NUMBER),
                value(4, "doubleValue", Type.DECIMAL));
      };
    }

    private static Field[] fields(Field... fields) {
      return fields;
    }

    private static Field value(int number, String name, Type type) {
      return new Field(number, name, type, ANY_VALUE);
    }

    private static Field one(int number, String name, OtlpMessage of) {
      return new Field(number, name, Type.MESSAGE, of);
    }

    private static Field many(int number, String name, OtlpMessage of) {
      return new Field(number, name, Type.MESSAGES, of);
    }
  }
}
