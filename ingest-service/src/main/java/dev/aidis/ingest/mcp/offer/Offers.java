package dev.aidis.ingest.mcp.offer;

import dev.aidis.ingest.input.Suggestion;
import io.modelcontextprotocol.spec.McpSchema.Implementation;
import java.util.List;
import java.util.Optional;

/**
 * All that clients are offered.
 *
 * @param server name and version
 * @param instructions for the assistant
 */
public record Offers(
    Implementation server,
    String instructions,
    Offering all,
    Completer completer,
    Watching watching) {

  public static Offers of(
      Implementation server,
      String instructions,
      List<Offering> parts,
      Completer completer,
      Watching watching) {
    Offering nothing = new Offering(List.of(), List.of(), List.of(), List.of());
    return new Offers(
        server, instructions, parts.stream().reduce(nothing, Offering::and), completer, watching);
  }

  public List<ToolOffer> tools() {
    return all.tools();
  }

  public List<PromptOffer> prompts() {
    return all.prompts();
  }

  public List<ResourceOffer> resources() {
    return all.resources();
  }

  public List<TemplateOffer> templates() {
    return all.templates();
  }

  public Optional<ToolOffer> tool(String name) {
    return tools().stream().filter(offer -> offer.name().equals(name)).findFirst();
  }

  public Optional<PromptOffer> prompt(String name) {
    return prompts().stream().filter(offer -> offer.name().equals(name)).findFirst();
  }

  /** What reads that resource: one that is listed goes before a template. */
  public Optional<ResourceReader> reader(String uri) {
    return resources().stream()
        .filter(offer -> offer.resource().uri().equals(uri))
        .map(ResourceOffer::reader)
        .findFirst()
        .or(
            () ->
                templates().stream()
                    .filter(offer -> offer.covers(uri))
                    .map(TemplateOffer::reader)
                    .findFirst());
  }

  /** A sentence for who calls a tool that is not there. */
  public String noSuchTool(String name) {
    return Suggestion.forUnknown("tool", name, tools().stream().map(ToolOffer::name).toList());
  }

  /** A sentence for who asks for a prompt that is not there. */
  public String noSuchPrompt(String name) {
    return Suggestion.forUnknown(
        "prompt", name, prompts().stream().map(PromptOffer::name).toList());
  }
}
