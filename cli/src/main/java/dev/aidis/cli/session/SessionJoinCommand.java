package dev.aidis.cli.session;

import dev.aidis.cli.CliException;
import dev.aidis.cli.Surroundings;
import dev.aidis.cli.http.Json;
import dev.aidis.cli.http.Query;
import dev.aidis.cli.intake.NewActivity;
import dev.aidis.schemas.ActivityType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code aidis session join}. A pause bridges the gap, told again within every gap that would be a
 * timeout: so the time between counts neither as duration nor as active.
 */
@Command(
    name = "join",
    description = {
      "Make one session of two that only inactivity parts. The time between is a pause.",
      "Nothing that is recorded changes: the timeline shows that they were joined, by whom and when."
    },
    footer = {"", "Examples:", "  aidis session join 46 47"})
public final class SessionJoinCommand implements Callable<Integer> {
  /** Half of the gap, unless the tracker is configured to another: then it may not take. */
  private static final Duration STEP = Duration.ofHours(1);

  /** A session is cut there whatever is told. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private final Surroundings surroundings;

  @Parameters(index = "0", paramLabel = "A", description = "A session's number or UUID.")
  private String one = "";

  @Parameters(index = "1", paramLabel = "B", description = "The other one's.")
  private String other = "";

  @Mixin private ShowOptions show = new ShowOptions();

  public SessionJoinCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Mending mending = new Mending(surroundings);
    Json a = mending.session(one);
    Json b = mending.session(other);
    boolean inOrder = Mending.time(a, "startedAt").isBefore(Mending.time(b, "startedAt"));
    Json earlier = inOrder ? a : b;
    Json later = inOrder ? b : a;
    requireJoinable(mending, earlier, later);
    mending.record(bridge(mending, earlier, later));
    Query query = new Query("/api/v1/sessions").part(joined(mending, earlier, later));
    return new SessionPages(surroundings).print(query, show);
  }

  private static void requireJoinable(Mending mending, Json earlier, Json later) {
    if (earlier.text("id", "").equals(later.text("id", ""))) {
      throw CliException.usage("that is one session already");
    }
    boolean sameStream =
        earlier.text("owner", "").equals(later.text("owner", ""))
            && earlier.text("workspace", "").equals(later.text("workspace", ""));
    if (!sameStream) {
      throw CliException.usage("sessions of two owners or workspaces cannot be joined");
    }
    Duration whole =
        Duration.between(Mending.time(earlier, "startedAt"), Mending.time(later, "lastActivityAt"));
    if (whole.compareTo(LONGEST) > 0) {
      throw CliException.usage(
          "from the start of one to the end of the other it is %d hours; a session has 24 at most"
              .formatted(whole.toHours()));
    }
    boolean ended =
        mending.newest(earlier.text("id", "")).stream()
            .anyMatch(activity -> isOf(activity, ActivityType.SESSION_ENDED));
    boolean started =
        mending.oldest(later.text("id", "")).stream()
            .limit(1)
            .anyMatch(activity -> isOf(activity, ActivityType.SESSION_STARTED));
    if (ended || started) {
      throw CliException.failure(
          "session %d was %s by a command, and that stands: only what inactivity parts can be joined"
              .formatted((ended ? earlier : later).number("number"), ended ? "ended" : "started"));
    }
  }

  private static boolean isOf(Json activity, ActivityType type) {
    return activity.text("type", "").equals(type.wireName());
  }

  private static List<NewActivity> bridge(Mending mending, Json earlier, Json later) {
    Instant end = Mending.time(later, "startedAt");
    List<NewActivity> bridge = new ArrayList<>();
    for (Instant at = Mending.time(earlier, "lastActivityAt").plusMillis(1);
        at.isBefore(end);
        at = at.plus(STEP)) {
      bridge.add(
          mending.activity(
              earlier,
              ActivityType.SESSION_PAUSED,
              at,
              "join",
              String.format(
                  Locale.ROOT,
                  "joined sessions %d and %d",
                  earlier.number("number"),
                  later.number("number"))));
    }
    return bridge;
  }

  /** Of the two the one that is left. */
  private static String joined(Mending mending, Json earlier, Json later) {
    for (Json one : List.of(earlier, later)) {
      String id = one.text("id", "");
      Optional<Json> now = mending.find(id);
      boolean holdsBoth =
          now.isPresent()
              && !Mending.time(now.get(), "startedAt").isAfter(Mending.time(earlier, "startedAt"))
              && !Mending.time(now.get(), "lastActivityAt")
                  .isBefore(Mending.time(later, "lastActivityAt"));
      if (holdsBoth) {
        return id;
      }
    }
    throw CliException.failure(
        "they are still two sessions: the tracker's gap is shorter than an hour, or the other lies"
            + " between; see `aidis session %s timeline`".formatted(earlier.text("id", "")));
  }
}
