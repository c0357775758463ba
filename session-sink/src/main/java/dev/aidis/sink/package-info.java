/** The sink as a service: its settings, its wiring, its start and stop. */
@org.jspecify.annotations.NullMarked
package dev.aidis.sink;
