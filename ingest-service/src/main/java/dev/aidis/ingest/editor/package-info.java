/**
 * Editors: the part of WakaTime's API that its plugins use, so that they tell this tracker instead.
 * What becomes of it: {@code docs/editors.md}.
 */
@org.jspecify.annotations.NullMarked
package dev.aidis.ingest.editor;
