@org.jspecify.annotations.NullMarked
package dev.aidis.cli.tail;
