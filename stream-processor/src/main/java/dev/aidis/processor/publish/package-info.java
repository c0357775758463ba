/** What of the sessions is published, and when. */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor.publish;
