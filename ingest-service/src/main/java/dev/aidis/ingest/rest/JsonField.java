package dev.aidis.ingest.rest;

import dev.aidis.ingest.input.Suggestion;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A field of a JSON object, read as what it should be. What it is not is refused with {@link
 * IllegalArgumentException} and a sentence that names field, value and rule.
 */
record JsonField(String name, JsonNode value) {
  /** Tells where a UUID has its hyphens. */
  private static final String NIL_UUID = "00000000-0000-0000-0000-000000000000";

  /** Null and the empty text say nothing. */
  boolean isAbsent() {
    return value.isNull() || (value.isString() && value.stringValue().isEmpty());
  }

  String text() {
    if (!value.isString()) {
      throw refused("must be a text");
    }
    return value.stringValue();
  }

  boolean bool() {
    if (!value.isBoolean()) {
      throw refused("must be true or false");
    }
    return value.booleanValue();
  }

  int integer() {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw refused("must be a whole number up to 2147483647");
    }
    return value.intValue();
  }

  UUID uuid() {
    if (!value.isString() || !isUuid(value.stringValue())) {
      throw refused("must be a UUID, such as 01936f2e-7b1c-7c3e-9f51-0a4be6a1c2d3");
    }
    return UUID.fromString(value.stringValue());
  }

  /** {@link UUID#fromString} takes shorter ones too. */
  private static boolean isUuid(String text) {
    boolean fits = text.length() == NIL_UUID.length();
    for (int i = 0; fits && i < text.length(); i++) {
      fits =
          NIL_UUID.charAt(i) == '-' ? text.charAt(i) == '-' : HexFormat.isHexDigit(text.charAt(i));
    }
    return fits;
  }

  Instant instant() {
    try {
      return Instant.parse(text());
    } catch (DateTimeParseException e) {
      throw refused(
          "must be an ISO-8601 time with Z or an offset, such as 2026-11-22T10:15:30.000Z");
    }
  }

  List<String> texts() {
    if (!value.isArray()) {
      throw refused("must be a list of texts");
    }
    List<String> texts = new ArrayList<>(value.size());
    value.forEach(element -> texts.add(new JsonField(name + " element", element).text()));
    return texts;
  }

  Map<String, String> textsByName() {
    if (!value.isObject()) {
      throw refused("must be an object of texts");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    value.forEachEntry(
        (key, element) -> texts.put(key, new JsonField(name + "." + key, element).text()));
    return texts;
  }

  IllegalArgumentException refused(String rule) {
    return new IllegalArgumentException(
        name + " " + Suggestion.abbreviate(value.toString()) + " " + rule);
  }
}
