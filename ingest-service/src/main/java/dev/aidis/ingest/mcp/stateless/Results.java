package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.mcp.offer.InputRequiredException;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Results as this revision wants them: with their type, the server's name and how long they keep.
 */
record Results(Implementation server, JsonMapper json) {
  /** What is offered changes only with the server's version. */
  private static final Duration OFFERS_KEEP = Duration.ofMinutes(5);

  /** A result that is of this request only. */
  ObjectNode complete(Object result) {
    ObjectNode tree = json.valueToTree(result);
    return signed(tree.put("resultType", "complete"));
  }

  /** The same for every caller. */
  ObjectNode everyones(Object result) {
    return complete(result).put("ttlMs", OFFERS_KEEP.toMillis()).put("cacheScope", "public");
  }

  /** The caller's own, and already something else a moment later. */
  ObjectNode momentary(Object result) {
    return complete(result).put("ttlMs", 0).put("cacheScope", "private");
  }

  ObjectNode inputRequired(InputRequiredException required) {
    ObjectNode tree = json.createObjectNode().put("resultType", "input_required");
    ObjectNode requests = tree.putObject("inputRequests");
    required
        .open()
        .forEach(
            (key, question) ->
                requests
                    .putObject(key)
                    .put("method", question.method())
                    .set("params", json.valueToTree(question.params())));
    if (required.state() != null) {
      tree.put("requestState", required.state());
    }
    return signed(tree);
  }

  private ObjectNode signed(ObjectNode result) {
    ObjectNode meta =
        result.path("_meta") instanceof ObjectNode given ? given : result.putObject("_meta");
    meta.set(Revision.SERVER, json.valueToTree(server));
    return result;
  }
}
