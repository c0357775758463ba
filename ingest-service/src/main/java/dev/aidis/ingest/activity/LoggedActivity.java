package dev.aidis.ingest.activity;

import dev.aidis.schemas.Activity;
import java.time.Instant;

/**
 * An activity as it stands in a log.
 *
 * @param appendedAt when it was first appended to one; see {@link dev.aidis.schemas.AppendTime}
 */
public record LoggedActivity(Activity activity, Instant appendedAt) {}
