@org.jspecify.annotations.NullMarked
package dev.aidis.cli.token;
