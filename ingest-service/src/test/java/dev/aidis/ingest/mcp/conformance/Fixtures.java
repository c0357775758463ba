package dev.aidis.ingest.mcp.conformance;

import dev.aidis.ingest.mcp.offer.Offering;
import dev.aidis.ingest.mcp.offer.ResourceOffer;
import dev.aidis.ingest.mcp.offer.TemplateOffer;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.util.List;
import java.util.stream.Stream;

/** All that the conformance suite wants to find. */
public final class Fixtures {
  private Fixtures() {}

  public static Offering offering() {
    return new Offering(
        Stream.concat(SimpleTools.all().stream(), AskingTools.all().stream()).toList(),
        Prompts.all(),
        List.of(
            resource(
                "test://static-text",
                "text/plain",
                TextResourceContents.builder(
                        "test://static-text", "This is the content of the static text resource.")
                    .mimeType("text/plain")
                    .build()),
            resource(
                "test://static-binary",
                "image/png",
                BlobResourceContents.builder("test://static-binary", Contents.PNG)
                    .mimeType("image/png")
                    .build()),
            resource(
                "test://watched-resource",
                "text/plain",
                TextResourceContents.builder(
                        "test://watched-resource", "This is a watched resource content.")
                    .mimeType("text/plain")
                    .build())),
        List.of(template()));
  }

  private static ResourceOffer resource(String uri, String type, ResourceContents contents) {
    return new ResourceOffer(
        Resource.builder(uri, uri.substring("test://".length())).mimeType(type).build(),
        (_, _) -> ReadResourceResult.builder(List.of(contents)).build());
  }

  private static TemplateOffer template() {
    return new TemplateOffer(
        ResourceTemplate.builder("test://template/{id}/data", "template")
            .mimeType("application/json")
            .build(),
        (_, request) -> {
          String id = request.uri().replaceAll("test://template/(.+)/data", "$1");
          return ReadResourceResult.builder(
                  List.of(
                      TextResourceContents.builder(
                              request.uri(),
                              "{\"id\":\"%s\",\"templateTest\":true,\"data\":\"Data for ID: %s\"}"
                                  .formatted(id, id))
                          .mimeType("application/json")
                          .build()))
              .build();
        });
  }
}
