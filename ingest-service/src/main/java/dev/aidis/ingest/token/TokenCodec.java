package dev.aidis.ingest.token;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tokens as bytes: JSON, since nobody but this service reads them, and seldom. */
final class TokenCodec {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private TokenCodec() {}

  static byte[] encode(Token token) {
    return JSON.writeValueAsBytes(token);
  }

  /**
   * @throws IllegalArgumentException if it is no token
   */
  static Token decode(byte[] bytes) {
    try {
      return JSON.readValue(bytes, Token.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("no token: " + e.getOriginalMessage(), e);
    }
  }
}
