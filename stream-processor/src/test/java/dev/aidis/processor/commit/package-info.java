@org.jspecify.annotations.NullMarked
package dev.aidis.processor.commit;
