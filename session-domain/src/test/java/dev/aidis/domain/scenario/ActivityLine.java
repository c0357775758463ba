package dev.aidis.domain.scenario;

import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityBuilder;
import dev.aidis.schemas.ActivityType;
import dev.aidis.schemas.GoalVerdict;
import dev.aidis.schemas.Ids;
import dev.aidis.schemas.Mend;
import dev.aidis.schemas.TokenAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line about an activity: {@code 10:00 file_modified file=Main.java lines=+10/-2, received
 * 14:00}, or about many: {@code 10:00 heartbeat every 2h until 18:00}.
 *
 * @param label the name given by {@code id=}
 * @param times when it happened, several for {@code every}
 * @param settings what its options say
 */
record ActivityLine(
    String type,
    @Nullable String label,
    List<Instant> times,
    @Nullable Instant receivedAt,
    List<Setting> settings) {

  interface Setting {
    void on(ActivityBuilder builder);
  }

  private static final Pattern LINE =
      Pattern.compile(
          ("(?<time>TIME) +(?<unknown>unknown type )?(?<type>\\S+?)(?<options>(?: +[a-z]+=(?:\"[^\"]*\"|\\S+?))*)"
                  + "(?: +every (?<every>DURATION) until (?<until>TIME))?(?:, received (?<received>TIME))?")
              .replace("TIME", Times.TIME)
              .replace("DURATION", Times.DURATION));
  private static final Pattern OPTION = Pattern.compile("([a-z]+)=(?:\"([^\"]*)\"|(\\S+))");
  private static final Pattern LINES = Pattern.compile("\\+(\\d+)/-(\\d+)");
  private static final String ID = "id";
  private static final int AT_MOST = 10_000;

  private static final Map<String, BiConsumer<ActivityBuilder, String>> OPTIONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(ID, (builder, value) -> {}),
              Map.entry("because", ActivityBuilder::body),
              Map.entry("by", ActivityLine::by),
              Map.entry("cost", (builder, cost) -> builder.attribute(TokenAttributes.COST, cost)),
              Map.entry("file", ActivityBuilder::filePath),
              Map.entry("goal", ActivityBuilder::body),
              Map.entry("lines", ActivityLine::lines),
              Map.entry("machine", ActivityBuilder::machine),
              Map.entry("mended", (builder, at) -> builder.attribute(Mend.MADE_AT, at)),
              Map.entry("model", ActivityBuilder::aiModel),
              Map.entry("project", ActivityBuilder::project),
              Map.entry("status", ActivityBuilder::taskStatus),
              Map.entry("tags", (builder, tags) -> builder.tags(List.of(tags.split(",", -1)))),
              Map.entry("task", (builder, task) -> builder.taskId(Ids.nameBased(task))),
              Map.entry("tokens", ActivityLine::tokens),
              Map.entry(
                  "verdict", (builder, answer) -> builder.attribute(GoalVerdict.ATTRIBUTE, answer)),
              Map.entry("workspace", ActivityBuilder::workspace)));

  static ActivityLine parse(String text, Times times) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no activity; write 10:00 task_created machine=laptop, received 10:05");
    }
    String type = line.group("type");
    if (line.group("unknown") == null && ActivityType.of(type) == ActivityType.OTHER) {
      throw new IllegalArgumentException(
          "'%s' is no type of activity; if that is meant, write unknown type %s"
              .formatted(type, type));
    }
    String received = line.group("received");
    List<Setting> settings = new ArrayList<>();
    String label = null;
    Matcher option = OPTION.matcher(line.group("options"));
    while (option.find()) {
      String value = option.group(2) == null ? option.group(3) : option.group(2);
      label = option.group(1).equals(ID) ? value : label;
      settings.add(setting(option.group(1), value));
    }
    if (label != null && line.group("every") != null) {
      throw new IllegalArgumentException("id= names one activity, every tells several");
    }
    return new ActivityLine(
        type,
        label,
        times(line, times),
        received == null ? null : times.instant(received),
        settings);
  }

  private static List<Instant> times(Matcher line, Times times) {
    Instant first = times.instant(line.group("time"));
    if (line.group("every") == null) {
      return List.of(first);
    }
    Duration step = Times.duration(line.group("every"));
    Instant last = times.instant(line.group("until"));
    List<Instant> all = new ArrayList<>();
    for (Instant at = first; !at.isAfter(last); at = at.plus(step)) {
      if (all.size() == AT_MOST) {
        throw new IllegalArgumentException("one line tells more than " + AT_MOST + " activities");
      }
      all.add(at);
    }
    return all;
  }

  private static Setting setting(String name, String value) {
    BiConsumer<ActivityBuilder, String> option = OPTIONS.get(name);
    if (option == null) {
      throw new IllegalArgumentException(
          "'" + name + "=' is no option of an activity; options are " + OPTIONS.keySet());
    }
    return builder -> option.accept(builder, value);
  }

  private static void by(ActivityBuilder builder, String who) {
    if (!who.equals("AI") && !who.equals("hand")) {
      throw new IllegalArgumentException("by=" + who + " must be by=AI or by=hand");
    }
    builder.aiInvolved(who.equals("AI"));
  }

  /** Input, output, read from the cache, written into it; whatever they are. */
  private static void tokens(ActivityBuilder builder, String tokens) {
    String[] kinds = tokens.split("/", -1);
    if (kinds.length != 4) {
      throw new IllegalArgumentException("tokens=" + tokens + " must be such as tokens=2/30/400/0");
    }
    for (int i = 0; i < kinds.length; i++) {
      builder.attribute(TokenAttributes.NAMES.get(i), kinds[i]);
    }
  }

  private static void lines(ActivityBuilder builder, String lines) {
    Matcher change = LINES.matcher(lines);
    if (!change.matches()) {
      throw new IllegalArgumentException("lines=" + lines + " must be such as lines=+10/-2");
    }
    builder
        .linesAdded(Integer.parseInt(change.group(1)))
        .linesRemoved(Integer.parseInt(change.group(2)));
  }

  Activity activity(UUID id, String owner, Instant occurredAt, Instant arrivedAt) {
    ActivityBuilder builder =
        Activity.builder(id, type)
            .occurredAt(occurredAt)
            .receivedAt(arrivedAt)
            .owner(owner)
            .machine("laptop");
    settings.forEach(setting -> setting.on(builder));
    return builder.build();
  }
}
