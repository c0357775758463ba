@org.jspecify.annotations.NullMarked
package dev.aidis.sink.rebuild;
