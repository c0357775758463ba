@org.jspecify.annotations.NullUnmarked
package dev.aidis.processor.fencing;
