package dev.aidis.ingest.mcp.stateless;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.Questions;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Optional;

/** A request that stands for itself. */
record StatelessDialog(
    Caller caller, String client, String connection, Envelope envelope, Input input, Reply reply)
    implements Dialog {

  @Override
  public Optional<String> session() {
    return Optional.empty();
  }

  @Override
  public ClientCapabilities capabilities() {
    return envelope.capabilities();
  }

  @Override
  public Answers ask(Questions questions) {
    return input.answers(questions, capabilities());
  }

  @Override
  public void log(LoggingLevel level, String message) {
    LoggingLevel wanted = envelope.logLevel();
    if (wanted != null && level.level() >= wanted.level()) {
      reply.tell(
          McpSchema.METHOD_NOTIFICATION_MESSAGE,
          LoggingMessageNotification.builder(level, message).build());
    }
  }

  @Override
  public void progress(double done, double ofAll) {
    Object token = envelope.progressToken();
    if (token != null) {
      reply.tell(
          McpSchema.METHOD_NOTIFICATION_PROGRESS,
          ProgressNotification.builder(token, done).total(ofAll).build());
    }
  }
}
