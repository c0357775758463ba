/**
 * What a session is: how activities become sessions, whatever order they arrive in.
 *
 * <p>{@link SessionFold} is the algebra (an activity is a session of one; sessions merge), {@link
 * Boundary} the rule where one session ends and the next begins, {@link Sessionizer} applies both
 * to a {@link TrackerHistory}. Pure Java: this package knows neither Kafka nor Spring nor SQL.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.domain;
