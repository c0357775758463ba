package dev.aidis.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sessions to look at: one that is over, one of hostile texts, one that is open. */
final class DashboardWork {
  static final String MARKUP =
      "<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>";
  static final String ARABIC = "مرحبا \u202Eesrever";
  static final String EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈";
  static final String LONG = "long goal ".repeat(400).strip();
  static final List<String> HOSTILE =
      List.of(
          MARKUP,
          ARABIC,
          EMOJI,
          "\"'`;--${7*7}{{7*7}}",
          "=HYPERLINK(\"http://x\")",
          "javascript:alert(1)");

  /** A thousand activities in each. */
  private static final int MUCH_MINUTES = 10;

  private DashboardWork() {}

  /** A session of yesterday: tasks, decisions, files of two machines, a pause, tokens. */
  static String yesterday(Instant now) {
    Instant start = now.minus(Duration.ofHours(30));
    return batch(
        activity(start, 0, "session_started", "'body':'Search that forgives','tags':['feature']"),
        activity(start, 2, "prompt_submitted", "'aiInvolved':true,'aiModel':'opus'"),
        activity(
            start, 4, "task_created", "'title':'Write the test','taskId':'%s'".formatted(id(1))),
        activity(
            start, 6, "file_modified", "'filePath':'src/A.java','linesAdded':30,'linesRemoved':4"),
        activity(start, 9, "decision_made", "'title':'Keep it small','body':'It is enough'"),
        activity(start, 10, "context_added", "'title':'Notes','body':'See the page'"),
        activity(start, 12, "session_paused", ""),
        activity(start, 40, "session_resumed", "'machine':'desk'"),
        activity(
            start, 42, "file_modified", "'filePath':'src/b.rs','linesAdded':7,'machine':'desk'"),
        activity(
            start,
            44,
            "tokens_used",
            "'aiInvolved':true,'attributes':{'input_tokens':'900','cost_micro_usd':'120000'}"),
        activity(
            start, 46, "task_completed", "'title':'Write the test','taskId':'%s'".formatted(id(1))),
        activity(start, 50, "session_ended", "'body':'Done'"));
  }

  /** A session of the day before, of all that could do harm. */
  static String hostile(Instant now) {
    Instant start = now.minus(Duration.ofHours(50));
    String many =
        IntStream.range(0, HOSTILE.size())
            .mapToObj(
                i ->
                    "{'type':'decision_made','occurredAt':'%s','project':%s,'title':%s,'body':%s}"
                        .formatted(
                            start.plusSeconds(60L + i),
                            json(MARKUP),
                            json(HOSTILE.get(i)),
                            json(HOSTILE.get(i))))
            .collect(Collectors.joining(","));
    String file =
        activity(start, 5, "file_modified", "'filePath':%s,'linesAdded':1".formatted(json(MARKUP)));
    String tags =
        activity(
            start, 6, "tags_added", "'tags':[%s,%s]".formatted(json("<b>x</b>"), json(ARABIC)));
    return batch(
        activity(start, 0, "session_started", "'body':%s".formatted(json(MARKUP + LONG))),
        many,
        file,
        tags,
        activity(start, 20, "session_ended", "'body':%s".formatted(json(MARKUP))));
  }

  /** A session of months ago, and one after it in which its task was done. */
  static String longAgo(Instant now) {
    Instant start =
        now.minus(Duration.ofDays(150)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
    return batch(
        activity(start, 0, "session_started", "'body':'Long ago'"),
        activity(
            start, 1, "task_created", "'title':'Ask the elders','taskId':'%s'".formatted(id(4))),
        activity(start, 2, "decision_made", "'title':'It was so','body':'<b>Because</b>'"),
        activity(start, 3, "context_added", "'title':'Read this','body':'All of it'"),
        activity(start, 4, "note_added", "'body':'A note of then'"),
        activity(start, 5, "session_ended", "'body':'<i>And another</i>'"),
        activity(start, 6, "task_completed", "'taskId':'%s'".formatted(id(4))));
  }

  /** A session in another workspace. */
  static String beside(Instant now) {
    return batch(
        activity(
            now.minus(Duration.ofMinutes(30)),
            0,
            "session_started",
            "'body':'Beside the other','workspace':'side \u00e4'"));
  }

  /** So much in a session of its own workspace that not all of it is drawn, in several batches. */
  static List<String> much(Instant now) {
    Instant start = now.minus(Duration.ofMinutes(100));
    String first =
        inMuch(start, 0, "session_started", "'body':'More than is drawn'")
            + ","
            + inMuch(start, 1, "task_created", "'title':'Go on','taskId':'%s'".formatted(id(5)));
    String last =
        String.join(
            ",",
            inMuch(start, 91, "task_completed", "'taskId':'%s'".formatted(id(5))),
            inMuch(start, 92, "decision_made", "'title':'Never mind','body':'Enough'"),
            inMuch(start, 93, "note_added", "'body':'The last of much'"));
    List<String> batches = new ArrayList<>(List.of(batch(first)));
    for (int minute = 2; minute < 2 + MUCH_MINUTES; minute++) {
      batches.add(batch(minuteOfMuch(start, minute)));
    }
    batches.add(batch(last));
    return batches;
  }

  private static String[] minuteOfMuch(Instant start, int minute) {
    return IntStream.range(0, 1_000)
        .mapToObj(i -> inMuch(start.plusMillis(i), minute, "heartbeat", ""))
        .toArray(String[]::new);
  }

  private static String inMuch(Instant start, int minute, String type, String fields) {
    return activity(
        start,
        minute,
        type,
        fields.isEmpty() ? "'workspace':'much'" : fields + ",'workspace':'much'");
  }

  /** What happened a moment ago in a session that goes on. */
  static String now(Instant now) {
    Instant start = now.minus(Duration.ofMinutes(20));
    return batch(
        activity(start, 0, "session_started", "'body':'The session at hand'"),
        activity(start, 5, "prompt_submitted", "'aiInvolved':true,'aiModel':'opus'"),
        activity(start, 6, "task_created", "'title':'Look twice','taskId':'%s'".formatted(id(2))),
        activity(start, 7, "task_created", "'title':'Look twice','taskId':'%s'".formatted(id(3))),
        activity(start, 8, "task_completed", "'title':'Look twice','taskId':'%s'".formatted(id(2))),
        activity(
            start,
            10,
            "file_modified",
            "'filePath':'src/C.java','linesAdded':12,'linesRemoved':3"));
  }

  /** Sessions of an hour each, one a day. */
  static String many(Instant now, int count) {
    return batch(
        IntStream.rangeClosed(3, count + 2)
            .mapToObj(
                days ->
                    activity(
                        now.minus(Duration.ofDays(days)),
                        0,
                        "session_started",
                        "'body':'Daily work %d'".formatted(days)))
            .toArray(String[]::new));
  }

  /** An activity with these further fields, written with single quotes. */
  static String activity(Instant start, int minute, String type, String fields) {
    return "{'type':'%s','occurredAt':'%s','project':'shop'%s}"
        .formatted(
            type, start.plus(Duration.ofMinutes(minute)), fields.isEmpty() ? "" : "," + fields);
  }

  static String batch(String... activities) {
    return "{\"activities\":[" + String.join(",", activities).replace('\'', '"') + "]}";
  }

  /** A JSON string that survives the replacement of quotes. */
  private static String json(String text) {
    return "'" + text.replace("\\", "\\\\").replace("\"", "\\u0022").replace("'", "\\u0027") + "'";
  }

  private static String id(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }
}
