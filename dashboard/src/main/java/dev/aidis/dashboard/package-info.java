/** The dashboard: its files, and the servlet that serves them. Knows nothing of sessions. */
@org.jspecify.annotations.NullMarked
package dev.aidis.dashboard;
