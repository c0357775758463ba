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
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code aidis session join}. A {@code session_joined} takes back the end of the first session,
 * another one right before it the start of the second. A pause bridges the gap, told again within
 * every gap that would be a timeout: so the time between counts neither as duration nor as active.
 */
@Command(
    name = "join",
    description = {
      "Make one session of two that follow each other. The time between is a pause; the end of the"
          + " first and the start of the second are taken back.",
      "Nothing that is recorded changes: the timeline shows that they were joined, by whom and when."
    },
    footer = {"", "Examples:", "  aidis session join 46 47"})
public final class SessionJoinCommand implements Callable<Integer> {
  private static final String HOW = "join";

  /** Half of the gap, unless the tracker is configured to another: then it may not take. */
  private static final Duration STEP = Duration.ofHours(1);

  /** An end that closed nothing comes to light when the one before it is taken back. */
  private static final int ATTEMPTS = 3;

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
    requireJoinable(earlier, later);
    Query query = new Query("/api/v1/sessions").part(joined(mending, earlier, later));
    return new SessionPages(surroundings).print(query, show);
  }

  private static void requireJoinable(Json earlier, Json later) {
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
  }

  /** Joins them, and returns the one that is left. */
  private static String joined(Mending mending, Json earlier, Json later) {
    Json before = earlier;
    Json after = later;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      mending.record(bridge(mending, before, after));
      Optional<String> whole = whole(mending, earlier, later);
      if (whole.isPresent()) {
        return whole.get();
      }
      Json now = mending.session(before.text("id", ""));
      if (now.text("lastActivityAt", "").equals(before.text("lastActivityAt", ""))) {
        break;
      }
      before = now;
      after = mending.session(later.text("id", ""));
    }
    throw CliException.failure(
        "they are still two sessions: the tracker's gap is shorter than an hour, or another one lies"
            + " between; see `aidis session %s timeline`".formatted(earlier.text("id", "")));
  }

  private static List<NewActivity> bridge(Mending mending, Json earlier, Json later) {
    Instant end = Mending.time(earlier, "lastActivityAt");
    Optional<Instant> start = startOf(mending, later).filter(end::isBefore);
    Instant until = start.orElse(Mending.time(later, "startedAt"));
    String said =
        String.format(
            Locale.ROOT,
            "joined sessions %d and %d",
            earlier.number("number"),
            later.number("number"));
    List<NewActivity> bridge = new ArrayList<>();
    bridge.add(mending.activity(earlier, ActivityType.SESSION_JOINED, end, HOW, said));
    for (Instant at = end.plusMillis(1); at.isBefore(until); at = at.plus(STEP)) {
      bridge.add(mending.activity(earlier, ActivityType.SESSION_PAUSED, at, HOW, said));
    }
    start.ifPresent(
        at -> bridge.add(mending.activity(later, ActivityType.SESSION_JOINED, at, HOW, said)));
    return bridge;
  }

  /** The moment before the start that began a session, or that took over its connections. */
  private static Optional<Instant> startOf(Mending mending, Json session) {
    return mending.oldest(session.text("id", "")).stream()
        .dropWhile(activity -> isOf(activity, ActivityType.CLIENT_CONNECTED))
        .limit(1)
        .filter(activity -> isOf(activity, ActivityType.SESSION_STARTED))
        .map(activity -> Mending.time(activity, "occurredAt").minusMillis(1))
        .findFirst();
  }

  private static boolean isOf(Json activity, ActivityType type) {
    return activity.text("type", "").equals(type.wireName());
  }

  /** Of the two the one that holds both. */
  private static Optional<String> whole(Mending mending, Json earlier, Json later) {
    return Stream.of(earlier, later)
        .map(one -> one.text("id", ""))
        .filter(id -> mending.find(id).filter(now -> holds(now, earlier, later)).isPresent())
        .findFirst();
  }

  private static boolean holds(Json session, Json earlier, Json later) {
    return !Mending.time(session, "startedAt").isAfter(Mending.time(earlier, "startedAt"))
        && !Mending.time(session, "lastActivityAt").isBefore(Mending.time(later, "lastActivityAt"));
  }
}
