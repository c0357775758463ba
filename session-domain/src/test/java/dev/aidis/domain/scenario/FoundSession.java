package dev.aidis.domain.scenario;

import dev.aidis.schemas.Session;
import java.util.List;

/**
 * A session as it came out of a run.
 *
 * @param holds its activities in the order they happened, by their names
 * @param madeBy the activity whose arrival gave it its id
 * @param absorbed the activities that gave the sessions it absorbed their ids
 */
record FoundSession(Session session, List<String> holds, String madeBy, List<String> absorbed) {}
