package dev.aidis.cli.measure;

import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.JsonText;
import dev.aidis.git.Lines;
import dev.aidis.git.MeasuredState;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a repository between two measurements.
 *
 * @param pending an activity, as JSON, that the tracker is not known to have got
 */
record Kept(MeasuredState state, @Nullable String pending) {
  private static final String VERSION = "1";

  /** Empty if the text is not what {@link #text} writes. */
  static Optional<Kept> read(String text) {
    return Json.read(text)
        .filter(json -> VERSION.equals(json.text("version")))
        .map(
            json ->
                new Kept(
                    new MeasuredState(
                        Set.copyOf(json.texts("tips")),
                        uncommitted(json.object("uncommitted")),
                        lines(json.text("committed")),
                        lines(json.text("told"))),
                    json.text("pending")));
  }

  String text() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("tips", List.copyOf(state.tips()));
    Map<String, String> uncommitted = new HashMap<>();
    state.uncommitted().forEach((workTree, lines) -> uncommitted.put(workTree, text(lines)));
    fields.put("uncommitted", uncommitted);
    fields.put("committed", text(state.committed()));
    fields.put("told", text(state.told()));
    fields.put("pending", pending);
    return JsonText.of(fields);
  }

  private static Map<String, Lines> uncommitted(Json json) {
    Map<String, Lines> uncommitted = new HashMap<>();
    json.names().forEach(workTree -> uncommitted.put(workTree, lines(json.text(workTree))));
    return uncommitted;
  }

  private static String text(Lines lines) {
    return lines.added() + " " + lines.removed();
  }

  private static Lines lines(@Nullable String text) {
    if (text == null || !text.matches("-?\\d{1,18} -?\\d{1,18}")) {
      return Lines.NONE;
    }
    int space = text.indexOf(' ');
    return new Lines(
        Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
  }
}
