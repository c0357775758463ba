package dev.aidis.ingest.mcp;

import dev.aidis.ingest.mcp.argument.Arguments;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import java.util.Map;

/**
 * Takes what our tools say for true, so that an answer never becomes an error after its effect was
 * recorded. Arguments are checked by {@link Arguments}; that schemas and answers are right is shown
 * by tests, with the SDK's own validator.
 */
final class TrustedSchemas implements JsonSchemaValidator {

  @Override
  public ValidationResponse validate(Map<String, Object> schema, Object structuredContent) {
    return ValidationResponse.asValid(null);
  }
}
