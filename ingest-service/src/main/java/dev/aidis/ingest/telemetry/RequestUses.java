package dev.aidis.ingest.telemetry;

import dev.aidis.schemas.TokenUsage;
import dev.aidis.schemas.fact.ClaudeCodeFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the events tell: one use for each {@code claude_code.api_request}. */
final class RequestUses {
  private static final String PREFIX = "claude_code.";
  private static final String API_REQUEST = "api_request";

  private RequestUses() {}

  /**
   * @param request as OTLP has it in JSON
   */
  static List<Use> in(JsonNode request, Rejections rejections) {
    List<Use> uses = new ArrayList<>();
    for (JsonNode resource : request.path("resourceLogs")) {
      Attributes attributes = Attributes.of(resource.path("resource").path("attributes"));
      for (JsonNode scope : resource.path("scopeLogs")) {
        for (JsonNode event : scope.path("logRecords")) {
          addUse(event, attributes, uses, rejections);
        }
      }
    }
    return uses;
  }

  private static void addUse(
      JsonNode event, Attributes resource, List<Use> uses, Rejections rejections) {
    Attributes attributes = Attributes.of(event.path("attributes")).over(resource);
    if (!isApiRequest(event, attributes)) {
      return;
    }
    Instant told = Times.of(event.path("timeUnixNano"));
    Instant at = told == null ? Times.of(event.path("observedTimeUnixNano")) : told;
    if (at == null) {
      rejections.add(API_REQUEST + " must have a timeUnixNano");
      return;
    }
    TokenUsage usage = usage(attributes);
    if (!usage.usesNothing()) {
      uses.add(use(attributes, usage, at));
    }
  }

  /** The name stands in an attribute, in the body, or in the field that OTLP made for it later. */
  private static boolean isApiRequest(JsonNode event, Attributes attributes) {
    String name = attributes.name("event.name");
    return API_REQUEST.equals(name)
        || (PREFIX + API_REQUEST).equals(name)
        || (PREFIX + API_REQUEST).equals(event.path("eventName").asString(""))
        || (PREFIX + API_REQUEST).equals(event.path("body").path("stringValue").asString(""));
  }

  private static Use use(Attributes attributes, TokenUsage usage, Instant at) {
    Map<String, String> notes = new HashMap<>();
    for (String name : List.of("request_id", "duration_ms", "query_source")) {
      String value = attributes.name(name);
      if (value != null) {
        notes.put(name, value);
      }
    }
    String session = attributes.name("session.id");
    String fact =
        "request:%s:%s:%s:%s"
            .formatted(
                session, at, attributes.name("event.sequence"), attributes.name("request_id"));
    String request = attributes.name("request_id");
    return new Use(
        fact,
        ClaudeCodeFacts.isUniqueRequest(request) ? request : null,
        session,
        attributes.name("model"),
        at,
        at,
        usage,
        attributes,
        notes);
  }

  private static TokenUsage usage(Attributes attributes) {
    BigDecimal dollars = attributes.number("cost_usd");
    BigDecimal micros = attributes.number("cost_usd_micros");
    long cost = dollars == null ? 0 : Amounts.microsOf(dollars);
    return new TokenUsage(
        attributes.count("input_tokens"),
        attributes.count("output_tokens"),
        attributes.count("cache_read_tokens"),
        attributes.count("cache_creation_tokens"),
        micros == null ? cost : Amounts.whole(micros));
  }
}
