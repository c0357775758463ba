package dev.aidis.ingest.mcp.offer;

import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A family of resources. */
public record TemplateOffer(ResourceTemplate template, ResourceReader reader) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+\\}");

  /** Whether the resource is of the family: each variable stands for one part of a path. */
  boolean covers(String uri) {
    StringBuilder pattern = new StringBuilder();
    Matcher variables = VARIABLE.matcher(template.uriTemplate());
    int end = 0;
    while (variables.find()) {
      pattern
          .append(Pattern.quote(template.uriTemplate().substring(end, variables.start())))
          .append("[^/]+");
      end = variables.end();
    }
    pattern.append(Pattern.quote(template.uriTemplate().substring(end)));
    return Pattern.matches(pattern.toString(), uri);
  }
}
