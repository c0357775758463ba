/** When a stream thread commits, and what its processors do right before. */
@org.jspecify.annotations.NullMarked
package dev.aidis.processor.commit;
