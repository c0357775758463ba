/** Runs the whole tracker on one machine: broker, database and services in one JVM. */
@NullMarked
package dev.aidis.standalone;

import org.jspecify.annotations.NullMarked;
