package com.ballastmarkets.reports.sheet;

import com.ballastmarkets.reports.table.Column;
import com.ballastmarkets.reports.table.Figures;
import com.ballastmarkets.reports.table.Table;
import java.awt.Color;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.ModeEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;

/**
 * The design of a table's sheet: the title in row 1, what it belongs to in row 2, the header in row
 * 3, which stays in view, then the rows, and the totals last. Its expressions are names alone, so
 * it needs no compiler.
 */
final class SheetDesign {
  static final int FIRST_ROW_BELOW_HEADER = 4;
  static final String TITLE = "TITLE";
  static final String SUBJECT = "SUBJECT";

  private static final int ROW = 16;
  private static final int POINTS_PER_CHARACTER = 6;
  private static final Color INK = new Color(0x1B2733);
  private static final Color QUIET = new Color(0x5B6874);
  private static final Color SHADE = new Color(0xE4ECEE);

  private final Table table;
  private final JasperDesign design = new JasperDesign();

  private SheetDesign(Table table) {
    this.table = table;
  }

  static JasperDesign of(Table table) throws JRException {
    return new SheetDesign(table).build();
  }

  private JasperDesign build() throws JRException {
    final int width =
        table.columns().stream().mapToInt(column -> column.width() * POINTS_PER_CHARACTER).sum();
    design.setName(table.key());
    design.setPageWidth(width);
    design.setPageHeight(842);
    design.setColumnWidth(width);
    design.setLeftMargin(0);
    design.setRightMargin(0);
    design.setTopMargin(0);
    design.setBottomMargin(0);
    design.setIgnorePagination(true);
    // A sheet's cell shows what fits and holds all of it.
    design.setProperty(JRTextElement.PROPERTY_PRINT_KEEP_FULL_TEXT, "true");
    design.setWhenNoDataType(WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL);
    parameter(TITLE, String.class);
    parameter(SUBJECT, String.class);

    final JRDesignBand title = band(2 * ROW);
    final JRDesignTextField name = cell("$P{" + TITLE + "}", 0, 0, width, INK);
    name.setFontName("Roboto Medium");
    name.setFontSize(12f);
    title.addElement(name);
    title.addElement(cell("$P{" + SUBJECT + "}", 0, ROW, width, QUIET));
    design.setTitle(title);

    final JRDesignBand header = band(ROW);
    final JRDesignBand detail = band(ROW);
    final JRDesignBand totals = band(ROW);
    int x = 0;
    for (int i = 0; i < table.columns().size(); i++) {
      x = column(i, x, header, detail, totals);
    }
    design.setColumnHeader(header);
    ((JRDesignSection) design.getDetailSection()).addBand(detail);
    if (!table.totals().isEmpty()) {
      design.setSummary(totals);
    }
    return design;
  }

  private int column(int i, int x, JRDesignBand header, JRDesignBand detail, JRDesignBand totals)
      throws JRException {
    final Column column = table.columns().get(i);
    final int width = column.width() * POINTS_PER_CHARACTER;
    parameter("head_" + i, String.class);
    final JRDesignTextField head = cell("$P{head_" + i + "}", x, 0, width, INK);
    head.setFontName("Roboto Medium");
    head.setMode(ModeEnum.OPAQUE);
    head.setBackcolor(SHADE);
    align(head, column);
    header.addElement(head);

    final var field = new JRDesignField();
    field.setName("c" + i);
    field.setValueClass(Object.class);
    design.addField(field);
    detail.addElement(styled(cell("$F{c" + i + "}", x, 0, width, INK), i, column));

    if (!table.totals().isEmpty()) {
      parameter("total_" + i, Object.class);
      final JRDesignTextField total =
          styled(cell("$P{total_" + i + "}", x, 0, width, INK), i, column);
      total.setFontName("Roboto Medium");
      total.getLineBox().getTopPen().setLineWidth(1f);
      total.getLineBox().getTopPen().setLineColor(INK);
      totals.addElement(total);
    }
    return x + width;
  }

  private JRDesignTextField styled(JRDesignTextField cell, int i, Column column) {
    align(cell, column);
    switch (column.kind()) {
      case DECIMAL, QUANTITY -> cell.setPattern(pattern(Figures.places(table, i)));
      case COUNT -> cell.setPattern("#,##0");
      case ID -> cell.setPattern("0");
      case TIME -> cell.setPattern("yyyy-MM-dd HH:mm:ss");
      case DATE -> cell.setPattern("yyyy-MM-dd");
      case CODE -> cell.setFontName("JetBrains Mono");
      case TEXT -> {}
    }
    return cell;
  }

  private static String pattern(int places) {
    return places == 0 ? "#,##0" : "#,##0." + "0".repeat(places);
  }

  private static void align(JRDesignTextField cell, Column column) {
    switch (column.kind()) {
      case DECIMAL, QUANTITY, COUNT -> cell.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
      case ID, TIME, DATE, CODE, TEXT -> cell.setHorizontalTextAlign(HorizontalTextAlignEnum.LEFT);
    }
  }

  private void parameter(String name, Class<?> type) throws JRException {
    final var parameter = new JRDesignParameter();
    parameter.setName(name);
    parameter.setValueClass(type);
    design.addParameter(parameter);
  }

  private static JRDesignBand band(int height) {
    final var band = new JRDesignBand();
    band.setHeight(height);
    return band;
  }

  private static JRDesignTextField cell(String expression, int x, int y, int width, Color ink) {
    final var cell = new JRDesignTextField();
    cell.setX(x);
    cell.setY(y);
    cell.setWidth(width);
    cell.setHeight(ROW);
    cell.setForecolor(ink);
    cell.setFontName("Roboto");
    cell.setFontSize(9f);
    cell.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    cell.setBlankWhenNull(true);
    cell.setExpression(new JRDesignExpression(expression));
    return cell;
  }
}
