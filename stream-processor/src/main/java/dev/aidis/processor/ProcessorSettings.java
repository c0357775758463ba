package dev.aidis.processor;

import dev.aidis.domain.SessionRules;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys {@code aidis.processor.*}.
 *
 * @param inactivityGap see {@link SessionRules}
 * @param maxSessionLength see {@link SessionRules}
 * @param activeGap see {@link SessionRules}
 * @param retention how long sessions and activity ids are remembered after they were last touched
 * @param stateDir where the stores are; must outlive the process
 * @param stateDirShared whether several processors of one machine keep their stores below stateDir,
 *     each in a folder that no other one uses
 * @param threads stream threads of this process
 */
@ConfigurationProperties(prefix = "aidis.processor", ignoreUnknownFields = false)
public record ProcessorSettings(
    @DefaultValue("2h") Duration inactivityGap,
    @DefaultValue("24h") Duration maxSessionLength,
    @DefaultValue("15m") Duration activeGap,
    @DefaultValue("400d") Duration retention,
    Path stateDir,
    @DefaultValue("false") boolean stateDirShared,
    @DefaultValue("1") int threads) {

  public ProcessorSettings {
    new SessionRules(inactivityGap, maxSessionLength, shorter(activeGap, inactivityGap));
    if (retention.compareTo(maxSessionLength) < 0) {
      throw new IllegalArgumentException(
          "aidis.processor.retention "
              + retention
              + " must be at least max-session-length "
              + maxSessionLength);
    }
    if (threads < 1 || threads > 64) {
      throw new IllegalArgumentException(
          "aidis.processor.threads " + threads + " must lie between 1 and 64");
    }
  }

  public SessionRules rules() {
    return new SessionRules(inactivityGap, maxSessionLength, shorter(activeGap, inactivityGap));
  }

  /** A gap configured shorter than the active gap (in tests, say) shortens that too. */
  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
