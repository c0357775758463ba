package dev.aidis.queries;

import dev.aidis.domain.Indicators;
import dev.aidis.domain.Score;
import dev.aidis.schemas.Counters;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is in the database.
 *
 * @param number how users name it
 * @param id stays the same for ever, also where numbers are given anew
 * @param endedAt absent while the session is active or paused
 * @param durationMinutes from first to last activity without pauses
 * @param status {@code active}, {@code paused}, {@code ended} or {@code timeout}
 * @param notes in time order, one below the other
 * @param clientSession the client's own session id, as told last
 * @param aiModel used last
 * @param productivityScore 0 to 100 with two decimals
 * @param amended whether it changed after it had been closed
 * @param goalVerdict whether the goal was achieved: {@code yes}, {@code partial} or {@code no}
 * @param goalVerdictExplanation why
 */
public record SessionView(
    long number,
    UUID id,
    String owner,
    String workspace,
    @Nullable String project,
    Instant startedAt,
    Instant lastActivityAt,
    @Nullable Instant endedAt,
    long durationMinutes,
    long activeMinutes,
    long pausedMinutes,
    String status,
    @Nullable String goal,
    @Nullable String notes,
    List<String> tags,
    List<String> machines,
    List<String> clients,
    @Nullable String clientSession,
    @Nullable String aiModel,
    @Nullable String aiProvider,
    Counters counters,
    @Nullable BigDecimal productivityScore,
    boolean amended,
    long revision,
    @Nullable String goalVerdict,
    @Nullable String goalVerdictExplanation) {

  public SessionView {
    tags = List.copyOf(tags);
    machines = List.copyOf(machines);
    clients = List.copyOf(clients);
  }

  /** Whether activity continues it. */
  public boolean open() {
    return endedAt == null;
  }

  /** The score taken apart. */
  public Score score() {
    return Score.of(counters, Duration.ofMinutes(durationMinutes));
  }

  public Indicators indicators() {
    return Indicators.of(counters, Duration.ofMinutes(durationMinutes));
  }
}
