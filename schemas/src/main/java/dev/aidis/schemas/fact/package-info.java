/**
 * How facts are named by all who tell them, so that one that is told twice - by a hook as it
 * happens, by an import of the history later - has one id, one file name and one project.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.schemas.fact;
