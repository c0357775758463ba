package dev.aidis.ingest.mcp;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.activity.IntakeMetrics;
import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.input.BadValues;
import dev.aidis.ingest.mcp.argument.BadArgumentException;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.InputRequiredException;
import dev.aidis.ingest.mcp.offer.ToolOffer;
import dev.aidis.ingest.mcp.tool.Call;
import dev.aidis.ingest.mcp.tool.Hints;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import dev.aidis.ingest.mcp.tool.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Offers a {@link Tool} to clients. Whatever goes wrong becomes an answer with {@code isError} and
 * a sentence that tells the assistant what to do.
 */
final class ToolAdapter {
  private static final Logger log = LoggerFactory.getLogger(ToolAdapter.class);

  private final Calls calls;
  private final IntakeMetrics metrics;

  ToolAdapter(Calls calls, IntakeMetrics metrics) {
    this.calls = calls;
    this.metrics = metrics;
  }

  ToolOffer adapt(Tool tool) {
    return new ToolOffer(describe(tool), (dialog, request) -> call(tool, dialog, request));
  }

  static McpSchema.Tool describe(Tool tool) {
    Tool.Description description = tool.description();
    Hints hints = description.hints();
    McpSchema.Tool.Builder described =
        McpSchema.Tool.builder(description.name(), description.input())
            .title(description.title())
            .description(description.whenToCall())
            .outputSchema(description.output())
            .annotations(
                ToolAnnotations.builder()
                    .title(description.title())
                    .readOnlyHint(hints.readOnly())
                    .destructiveHint(hints.destructive())
                    .idempotentHint(hints.idempotent())
                    .openWorldHint(false)
                    .build());
    AppPage view = tool.view();
    return view == null ? described.build() : described.meta(shownBy(view.uri())).build();
  }

  /** As MCP Apps names it, and as its drafts did. */
  private static Map<String, Object> shownBy(String uri) {
    return Map.of("ui", Map.of("resourceUri", uri), "ui/resourceUri", uri);
  }

  private CallToolResult call(Tool tool, Dialog dialog, CallToolRequest request) {
    String name = request.name();
    try {
      Call call = calls.of(tool.description().parameters(), dialog, request);
      Tool.Answer answer = tool.call(call);
      return CallToolResult.builder()
          .addTextContent(answer.text())
          .structuredContent(answer.content())
          .build();
    } catch (BadArgumentException | IllegalArgumentException e) {
      return rejected(name, String.valueOf(e.getMessage()));
    } catch (InputRequiredException e) {
      throw e;
    } catch (NothingThereException e) {
      return error(String.valueOf(e.getMessage()));
    } catch (LogUnavailableException e) {
      return error("%s failed: %s.".formatted(name, e.getMessage()));
    } catch (DataIntegrityViolationException e) {
      log.info("Postgres refused a value of tool {}: {}", name, e.getMessage());
      return rejected(name, BadValues.REFUSED);
    } catch (DataAccessException e) {
      log.warn("Tool {} found Postgres away: {}", name, e.getMessage());
      return error(
          name
              + " cannot look now: the database is away. Recording goes on working without it;"
              + " call this again in a minute.");
    } catch (RuntimeException e) {
      log.error("Tool {} failed", name, e);
      return error(
          name
              + " failed because of an error in the tracker itself, which its log describes."
              + " Go on with your work; calling it again is unlikely to help.");
    }
  }

  private CallToolResult rejected(String name, String reason) {
    metrics.rejected();
    return error(
        "%s did nothing: %s. Correct the arguments and call it again.".formatted(name, reason));
  }

  private static CallToolResult error(String sentence) {
    return CallToolResult.builder().addTextContent(sentence).isError(true).build();
  }
}
