package dev.aidis.ingest.mcp;

import dev.aidis.dashboard.AppPage;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.mcp.SessionResources.Content;
import dev.aidis.ingest.mcp.SessionResources.Template;
import dev.aidis.ingest.mcp.offer.Dialog;
import dev.aidis.ingest.mcp.offer.NoSuchResourceException;
import dev.aidis.ingest.mcp.offer.ResourceOffer;
import dev.aidis.ingest.mcp.offer.ResourceReader;
import dev.aidis.ingest.mcp.offer.TemplateOffer;
import dev.aidis.ingest.mcp.tool.NothingThereException;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/** Offers sessions and statistics to clients. */
record ResourceAdapter(
    SessionResources sessions, StatisticsResource statistics, InstantSource clock) {

  /** What is read, as {@link SessionResources#read} does. */
  @FunctionalInterface
  private interface Contents {
    Content read(Caller caller, String uri, Instant now);
  }

  List<ResourceOffer> listed() {
    return Stream.concat(Stream.of(current()), Stream.of(AppPage.values()).map(this::view))
        .toList();
  }

  /** What clients show with the answers of tools that name it; the same for everybody. */
  private ResourceOffer view(AppPage page) {
    Content content = new Content(AppPage.TYPE, page.document());
    return new ResourceOffer(
        Resource.builder(page.uri(), page.name().toLowerCase(Locale.ROOT) + "_view")
            .title(page.title())
            .description("Shows the answer of a tool, in clients that can (MCP Apps).")
            .mimeType(AppPage.TYPE)
            .build(),
        reader((caller, uri, now) -> content));
  }

  private ResourceOffer current() {
    return new ResourceOffer(
        Resource.builder(SessionResources.CURRENT, "current_session")
            .title("The current session")
            .description("The open session: goal, progress, score, files, activities.")
            .mimeType(SessionResources.JSON_TYPE)
            .build(),
        reader(sessions::read));
  }

  List<TemplateOffer> templates() {
    return Stream.concat(
            SessionResources.TEMPLATES.stream().map(template -> offer(template, sessions::read)),
            Stream.of(offer(StatisticsResource.TEMPLATE, statistics::read)))
        .toList();
  }

  private TemplateOffer offer(Template template, Contents contents) {
    return new TemplateOffer(
        ResourceTemplate.builder(template.uri(), template.name())
            .title(template.title())
            .description(template.description())
            .mimeType(template.type())
            .build(),
        reader(contents));
  }

  private ResourceReader reader(Contents contents) {
    return (dialog, request) -> read(contents, dialog, request);
  }

  private ReadResourceResult read(Contents contents, Dialog dialog, ReadResourceRequest request) {
    String uri = request.uri();
    try {
      Content content = contents.read(dialog.caller(), uri, clock.instant());
      return ReadResourceResult.builder(
              List.of(
                  TextResourceContents.builder(uri, content.text())
                      .mimeType(content.type())
                      .build()))
          .build();
    } catch (NothingThereException e) {
      throw new NoSuchResourceException(uri, String.valueOf(e.getMessage()));
    } catch (DataAccessException e) {
      throw McpError.builder(ErrorCodes.INTERNAL_ERROR)
          .message("The database is away; read this again in a minute.")
          .build();
    }
  }
}
