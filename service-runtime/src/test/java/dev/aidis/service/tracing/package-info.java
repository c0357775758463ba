@org.jspecify.annotations.NullMarked
package dev.aidis.service.tracing;
