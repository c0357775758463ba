package dev.aidis.ingest.mcp;

import dev.aidis.ingest.mcp.offer.NoSuchResourceException;
import dev.aidis.ingest.mcp.offer.Offers;
import dev.aidis.ingest.mcp.offer.PromptOffer;
import dev.aidis.ingest.mcp.offer.ResourceReader;
import dev.aidis.ingest.mcp.offer.Suggesting;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncCompletionSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CompleteReference;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.PromptReference;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceReference;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is offered, as the SDK takes it. */
record Specifications(Offers offers) {
  private static final Logger log = LoggerFactory.getLogger(Specifications.class);

  List<SyncToolSpecification> tools() {
    return offers.tools().stream().map(Specifications::tool).toList();
  }

  private static SyncToolSpecification tool(ToolOffer offer) {
    return SyncToolSpecification.builder()
        .tool(offer.tool())
        .callHandler(
            (exchange, request) ->
                answer(
                    () ->
                        offer.handler().call(new SessionDialog(exchange, request.meta()), request)))
        .build();
  }

  List<SyncPromptSpecification> prompts() {
    return offers.prompts().stream().map(Specifications::prompt).toList();
  }

  private static SyncPromptSpecification prompt(PromptOffer offer) {
    return new SyncPromptSpecification(
        offer.prompt(),
        (exchange, request) ->
            answer(
                () -> offer.handler().get(new SessionDialog(exchange, request.meta()), request)));
  }

  List<SyncResourceSpecification> resources() {
    return offers.resources().stream()
        .map(
            offer ->
                new SyncResourceSpecification(
                    offer.resource(),
                    (exchange, request) -> read(offer.reader(), exchange, request)))
        .toList();
  }

  List<SyncResourceTemplateSpecification> templates() {
    return offers.templates().stream()
        .map(
            offer ->
                new SyncResourceTemplateSpecification(
                    offer.template(),
                    (exchange, request) -> read(offer.reader(), exchange, request)))
        .toList();
  }

  private static ReadResourceResult read(
      ResourceReader reader, McpSyncServerExchange exchange, ReadResourceRequest request) {
    return answer(() -> reader.read(new SessionDialog(exchange, request.meta()), request));
  }

  /** The SDK would tell the client what an exception says. */
  private static <T> T answer(Supplier<T> handler) {
    try {
      return handler.get();
    } catch (NoSuchResourceException e) {
      throw McpError.builder(ErrorCodes.RESOURCE_NOT_FOUND)
          .message(String.valueOf(e.getMessage()))
          .data(Map.of("uri", e.uri()))
          .build();
    } catch (McpError e) {
      throw e;
    } catch (RuntimeException e) {
      log.error("A request failed", e);
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
          .message("An error in the tracker itself, which its log describes")
          .build();
    }
  }

  /** For everything that has arguments. */
  List<SyncCompletionSpecification> completions() {
    Stream<CompleteReference> prompts =
        offers.prompts().stream().map(prompt -> new PromptReference(prompt.name()));
    Stream<CompleteReference> templates =
        offers.templates().stream()
            .map(template -> new ResourceReference(template.template().uriTemplate()));
    return Stream.concat(prompts, templates).map(this::completion).toList();
  }

  private SyncCompletionSpecification completion(CompleteReference reference) {
    return new SyncCompletionSpecification(
        reference,
        (exchange, request) ->
            Suggesting.of(
                offers,
                new SessionDialog(exchange, request.meta()).caller(),
                request.argument().name(),
                request.argument().value()));
  }
}
