package dev.aidis.ingest.mcp;

import dev.aidis.ingest.mcp.SessionResources.Content;
import dev.aidis.ingest.mcp.SessionResources.Template;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.time.InstantSource;
import java.util.List;
import org.springframework.dao.DataAccessException;

/** Offers {@link SessionResources} to the SDK. */
record ResourceAdapter(SessionResources resources, InstantSource clock) {

  List<SyncResourceSpecification> resourcesThatAreListed() {
    return List.of(
        new SyncResourceSpecification(
            Resource.builder(SessionResources.CURRENT, "current_session")
                .title("The current session")
                .description("The open session: goal, progress, score, files, activities.")
                .mimeType(SessionResources.JSON_TYPE)
                .build(),
            this::read));
  }

  List<SyncResourceTemplateSpecification> templates() {
    return SessionResources.TEMPLATES.stream()
        .map(template -> new SyncResourceTemplateSpecification(describe(template), this::read))
        .toList();
  }

  private static ResourceTemplate describe(Template template) {
    return ResourceTemplate.builder(template.uri(), template.name())
        .title(template.title())
        .description(template.description())
        .mimeType(template.type())
        .build();
  }

  private ReadResourceResult read(McpSyncServerExchange exchange, ReadResourceRequest request) {
    try {
      Content content = resources.read(Calls.callerOf(exchange), request.uri(), clock.instant());
      return ReadResourceResult.builder(
              List.of(
                  TextResourceContents.builder(request.uri(), content.text())
                      .mimeType(content.type())
                      .build()))
          .build();
    } catch (NothingThereException e) {
      throw error(ErrorCodes.RESOURCE_NOT_FOUND, String.valueOf(e.getMessage()));
    } catch (DataAccessException e) {
      throw error(ErrorCodes.INTERNAL_ERROR, "The database is away; read this again in a minute.");
    }
  }

  private static McpError error(int code, String sentence) {
    return McpError.builder(code).message(sentence).build();
  }
}
