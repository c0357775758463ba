/**
 * Scenarios: sessionization told as data that people read ({@code given} activities, {@code then}
 * sessions), and the means to run them through anything that tracks sessions.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.domain.scenario;
