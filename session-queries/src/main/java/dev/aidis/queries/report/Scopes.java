package dev.aidis.queries.report;

import dev.aidis.queries.Scope;
import dev.aidis.queries.page.Page;
import dev.aidis.queries.page.Text;
import org.jspecify.annotations.Nullable;

/** Says which sessions a report is about, where they are not all. */
final class Scopes {
  private Scopes() {}

  static void fields(Page.Writer page, Scope scope) {
    field(page, "Workspace", scope.workspace());
    field(page, "Project", scope.project());
    field(page, "Tag", scope.tag());
    field(page, "Model", scope.model());
    field(page, "Machine", scope.machine());
  }

  private static void field(Page.Writer page, String name, @Nullable String value) {
    if (value != null) {
      page.field(name, Text.told(value));
    }
  }
}
