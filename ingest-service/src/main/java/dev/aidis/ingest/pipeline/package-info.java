/** How far the processor and the sink are behind. */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.pipeline;
