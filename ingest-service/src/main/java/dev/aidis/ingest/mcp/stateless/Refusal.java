package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.input.Suggestion;
import dev.aidis.ingest.mcp.rpc.RpcErrorException;
import java.util.Map;

/** Errors that this revision defines, with the HTTP status each has. */
final class Refusal {
  private static final int HEADER_MISMATCH = -32020;
  private static final int MISSING_CAPABILITY = -32021;
  private static final int UNSUPPORTED_REVISION = -32022;
  private static final int METHOD_NOT_FOUND = -32601;

  private Refusal() {}

  static RpcErrorException headerMismatch(String message) {
    return RpcErrorException.of(400, HEADER_MISMATCH, "Header mismatch: " + message);
  }

  static RpcErrorException malformed(String message) {
    return RpcErrorException.of(400, RpcErrorException.INVALID_PARAMS, message);
  }

  static RpcErrorException tooMany(String message) {
    return RpcErrorException.of(429, RpcErrorException.INTERNAL_ERROR, message);
  }

  static RpcErrorException unsupported(String revision) {
    return RpcErrorException.of(400, UNSUPPORTED_REVISION, "Unsupported protocol version")
        .with(Map.of("supported", Revision.ALL, "requested", Suggestion.abbreviate(revision)));
  }

  static RpcErrorException noSuchMethod(String method) {
    return RpcErrorException.of(
        404,
        METHOD_NOT_FOUND,
        "There is no method "
            + Suggestion.abbreviate(method)
            + " in revision "
            + Revision.STATELESS);
  }

  /** What a handler answered with an error. */
  static RpcErrorException ofHandler(int code, String message) {
    return RpcErrorException.of(code == MISSING_CAPABILITY ? 400 : 200, code, message);
  }
}
