/** The embedded broker, killed in a process of its own. */
@org.jspecify.annotations.NullMarked
package dev.aidis.standalone.embedded;
