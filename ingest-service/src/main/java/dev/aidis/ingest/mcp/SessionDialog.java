package dev.aidis.ingest.mcp;

import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.offer.Answers;
import dev.aidis.ingest.mcp.offer.ClientName;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.Question;
import dev.aidis.ingest.mcp.offer.Questions;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import io.modelcontextprotocol.spec.McpSchema.LoggingLevel;
import io.modelcontextprotocol.spec.McpSchema.LoggingMessageNotification;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A request in a session of the SDK. Questions go to the client at once, one after the other; one
 * that is not answered within the SDK's request timeout counts as not answered.
 */
record SessionDialog(McpSyncServerExchange exchange, @Nullable Map<String, Object> meta)
    implements Dialog {
  /** Where the caller stands in the SDK's transport context. */
  static final String CALLER = "aidis.caller";

  private static final Logger log = LoggerFactory.getLogger(SessionDialog.class);

  @Override
  public Caller caller() {
    return (Caller) exchange.transportContext().get(CALLER);
  }

  @Override
  public String client() {
    Implementation client = exchange.getClientInfo();
    return ClientName.of(client.name(), client.version());
  }

  @Override
  public String connection() {
    return exchange.sessionId();
  }

  @Override
  public Optional<String> session() {
    return Optional.of(exchange.sessionId());
  }

  @Override
  public ClientCapabilities capabilities() {
    return exchange.getClientCapabilities();
  }

  @Override
  public Answers ask(Questions questions) {
    Map<String, Object> answers = new HashMap<>();
    questions
        .byKey()
        .forEach(
            (key, question) -> {
              if (question.canBeAsked(capabilities())) {
                ask(question).ifPresent(answer -> answers.put(key, answer));
              }
            });
    return new Answers(answers, questions.remember());
  }

  private Optional<Object> ask(Question question) {
    try {
      return Optional.ofNullable(
          switch (question) {
            case Question.Form(var request) -> exchange.createElicitation(request);
            case Question.Sampling(var request) -> exchange.createMessage(request);
            case Question.Roots() -> exchange.listRoots();
          });
    } catch (RuntimeException e) {
      log.info("{} did not answer {}: {}", client(), question.method(), e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void log(LoggingLevel level, String message) {
    exchange.loggingNotification(LoggingMessageNotification.builder(level, message).build());
  }

  @Override
  public void progress(double done, double ofAll) {
    Object token = meta == null ? null : meta.get("progressToken");
    if (token != null) {
      exchange.progressNotification(ProgressNotification.builder(token, done).total(ofAll).build());
    }
  }
}
