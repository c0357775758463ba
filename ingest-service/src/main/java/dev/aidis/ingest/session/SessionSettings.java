package dev.aidis.ingest.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of the settings {@code aidis.processor.*} the one that answers need too, under the processor's
 * name for it so that one variable sets both. The others are the processor's alone and are passed
 * over.
 *
 * @param inactivityGap how long after its last activity a session is still the open one. The row's
 *     status alone does not tell: it says {@code active} until the processor has timed the session
 *     out, which waits as long as older activities do, such as an imported history
 */
@ConfigurationProperties(prefix = "aidis.processor")
public record SessionSettings(@DefaultValue("2h") Duration inactivityGap) {

  public SessionSettings {
    if (!inactivityGap.isPositive()) {
      throw new IllegalArgumentException(
          "aidis.processor.inactivity-gap " + inactivityGap + " must be positive");
    }
  }
}
