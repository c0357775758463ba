package dev.aidis.sink.write;

import dev.aidis.schemas.Activity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity and the session it belongs to when its batch has been applied.
 *
 * @param sessionId absent for an end that closed nothing
 */
record PlacedActivity(Activity activity, @Nullable UUID sessionId) {}
