package com.ballastmarkets.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRTemplate;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.xml.JRXmlLoader;
import net.sf.jasperreports.engine.xml.JRXmlTemplateLoader;

/** The templates, each read at its first use and kept. */
final class Templates {
  private static final String EXTENSION = ".jrxml";

  private final Map<String, JasperReport> reports = new ConcurrentHashMap<>();
  private final JRTemplate styles;

  Templates() {
    try (InputStream in = open("styles.jrtx")) {
      styles =
          JRXmlTemplateLoader.getInstance(DefaultJasperReportsContext.getInstance())
              .loadTemplate(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JRTemplate styles() {
    return styles;
  }

  JasperReport report(String name) {
    return reports.computeIfAbsent(name, Templates::read);
  }

  private static JasperReport read(String name) {
    try (InputStream in = open(name + EXTENSION)) {
      return JasperCompileManager.compileReport(JRXmlLoader.load(in));
    } catch (JRException e) {
      throw new IllegalStateException("template " + name + " is not sound", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String file) {
    final InputStream in =
        Templates.class.getResourceAsStream("/com/ballastmarkets/reports/pages/" + file);
    if (in == null) {
      throw new IllegalStateException("template " + file + " is not on the class path");
    }
    return in;
  }
}
