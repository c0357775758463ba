package dev.aidis.ingest.mcp.argument;

import java.util.Map;

/**
 * What an argument may be: its JSON schema, and the same rule in code with sentences an assistant
 * can act on.
 */
public interface ArgumentType<T> {

  /** Without a description; insertion-ordered. */
  Map<String, Object> schema();

  /**
   * The value as its Java type.
   *
   * @param raw as the JSON parser made it, not null
   * @throws BadArgumentException if it is not of this type
   */
  T read(String name, Object raw);
}
