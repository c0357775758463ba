package dev.aidis.ingest.hooks;

import dev.aidis.ingest.activity.LogUnavailableException;
import dev.aidis.ingest.caller.Caller;
import dev.aidis.ingest.caller.EventTime;
import dev.aidis.ingest.session.CurrentWork;
import dev.aidis.schemas.Activity;
import dev.aidis.schemas.ActivityType;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what hooks tell; every event is counted with what became of it. */
final class Hooks {
  private static final Logger log = LoggerFactory.getLogger(Hooks.class);

  private final Scenes scenes;
  private final EventActivities activities;
  private final CurrentWork work;
  private final PatientRecorder recorder;
  private final HookMetrics metrics;

  Hooks(
      Scenes scenes,
      EventActivities activities,
      CurrentWork work,
      PatientRecorder recorder,
      HookMetrics metrics) {
    this.scenes = scenes;
    this.activities = activities;
    this.work = work;
    this.recorder = recorder;
    this.metrics = metrics;
  }

  /**
   * @throws IllegalArgumentException with a sentence, if a header is out of its bounds
   * @throws LogUnavailableException if nothing was recorded
   */
  Outcome take(Caller caller, Payload payload, EventTime time) {
    try {
      Outcome outcome = taken(caller, payload, time);
      metrics.count(payload.event(), outcome);
      return outcome;
    } catch (LogUnavailableException e) {
      metrics.count(payload.event(), Outcome.FAILED);
      throw e;
    } catch (RuntimeException e) {
      metrics.count(payload.event(), Outcome.REFUSED);
      throw e;
    }
  }

  /** A request that is no event. */
  void refused() {
    metrics.count(HookEvent.OTHER, Outcome.REFUSED);
  }

  private Outcome taken(Caller caller, Payload payload, EventTime time) {
    Told told = activities.of(payload, scenes.of(caller, payload, time));
    if (told.activities().isEmpty()) {
      log.debug("Nothing is recorded of {}: {}", payload.event(), told.outcome());
      return told.outcome();
    }
    if (isHeartbeat(told.activities()) && work.isEnded(caller.trackerKey(), time.at())) {
      return Outcome.AFTER_END;
    }
    return time.waited()
        ? recorder.recordFully(told.activities())
        : recorder.record(told.activities());
  }

  private static boolean isHeartbeat(List<Activity> activities) {
    return activities.getFirst().kind() == ActivityType.HEARTBEAT;
  }
}
