package dev.aidis.ingest.mcp.offer;

import java.util.List;
import java.util.stream.Stream;

/** Some of what clients are offered. */
public record Offering(
    List<ToolOffer> tools,
    List<PromptOffer> prompts,
    List<ResourceOffer> resources,
    List<TemplateOffer> templates) {

  public Offering {
    tools = List.copyOf(tools);
    prompts = List.copyOf(prompts);
    resources = List.copyOf(resources);
    templates = List.copyOf(templates);
  }

  Offering and(Offering other) {
    return new Offering(
        joined(tools, other.tools),
        joined(prompts, other.prompts),
        joined(resources, other.resources),
        joined(templates, other.templates));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
