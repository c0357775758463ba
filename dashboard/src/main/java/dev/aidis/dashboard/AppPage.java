package dev.aidis.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A view that assistants show beside a tool's answer (MCP Apps, SEP-1865): one document that holds
 * all it needs, since hosts load nothing beside it, and to which they tell the answer.
 */
public enum AppPage {
  SESSION("A session"),
  WEEK("A week");

  /** What hosts know such documents by. */
  public static final String TYPE = "text/html;profile=mcp-app";

  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*;$");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export ");

  private final String title;

  AppPage(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** Such as {@code ui://aidis/session.html}. */
  public String uri() {
    return "ui://aidis/" + wireName() + ".html";
  }

  /** The document; the dashboard's own modules are a part of its script. */
  public String document() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main id="main"></main>
        <script type="module">
        %s</script>
        </body>
        </html>
        """
        .formatted(title, style(), script());
  }

  private static String style() {
    return read("assets/css/tokens.css") + read("app/app.css");
  }

  private String script() {
    return Stream.of(
            "assets/js/dom.js", "assets/js/words.js", "app/host.js", "app/" + wireName() + ".js")
        .map(AppPage::part)
        .collect(Collectors.joining());
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A module as a part of another script. */
  private static String part(String name) {
    String module = IMPORT.matcher(read(name)).replaceAll("");
    return EXPORT.matcher(module).replaceAll("");
  }

  private static String read(String name) {
    try (InputStream in = AppPage.class.getResourceAsStream("/dev/aidis/dashboard/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
