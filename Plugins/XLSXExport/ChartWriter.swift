import CXLSXWriter
import FamilyServicesKit

/// Makes the charts of a workbook with libxlsxwriter.
struct ChartWriter {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    let strings: CStrings

    func add(_ plan: ChartPlan, to worksheet: UnsafeMutablePointer<lxw_worksheet>) throws {
        let type = plan.form == .lines ? LXW_CHART_LINE : LXW_CHART_BAR_STACKED
        guard let chart = workbook_add_chart(workbook, UInt8(type.rawValue)) else { throw CStrings.outOfMemory() }
        for series in plan.series { try add(series, of: plan, to: chart) }
        chart_title_set_name(chart, plan.title)
        var titleFont = try font(plan, size: ChartPlanner.titleSize(isInGrid: plan.isInGrid), bold: true)
        chart_title_set_name_font(chart, &titleFont)
        let legend = plan.isInGrid ? LXW_CHART_LEGEND_NONE : LXW_CHART_LEGEND_BOTTOM
        chart_legend_set_position(chart, UInt8(legend.rawValue))
        var legendFont = try font(plan)
        chart_legend_set_font(chart, &legendFont)
        chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        var frame = line(plan.grid, width: 0.75)
        chart_chartarea_set_line(chart, &frame)
        let axes = chart.pointee
        switch plan.form {
        case .lines:
            try setUp(labels: axes.x_axis, values: axes.y_axis, plan)
        case .stackedBars:
            try setUp(labels: axes.y_axis, values: axes.x_axis, plan)
            // The first bar at the top, and the scale below the last one.
            chart_axis_set_reverse(axes.y_axis)
            chart_axis_set_crossing_max(axes.y_axis)
            chart_set_series_gap(chart, 50)
        }
        var options = lxw_chart_options()
        options.x_scale = plan.width / 480
        options.y_scale = plan.height / 288
        options.x_offset = Int32((plan.left + 2).rounded())
        options.y_offset = 4
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = try strings.make(plan.alternativeText)
        let code = worksheet_insert_chart_opt(worksheet, lxw_row_t(plan.row), 0, chart, &options)
        guard code == LXW_NO_ERROR else {
            throw LibraryError.error(code, cell: WorkbookPlan.reference(row: plan.row, column: 0))
        }
    }

    private func setUp(
        labels: UnsafeMutablePointer<lxw_chart_axis>?, values: UnsafeMutablePointer<lxw_chart_axis>?, _ plan: ChartPlan
    ) throws {
        var name = try font(plan, bold: true)
        var numbers = try font(plan)
        for (axis, title) in [(labels, plan.labelTitle), (values, plan.valueTitle)] {
            if !title.isEmpty {
                chart_axis_set_name(axis, title)
                chart_axis_set_name_font(axis, &name)
            }
            chart_axis_set_num_font(axis, &numbers)
        }
        var grid = line(plan.grid, width: 0.75)
        chart_axis_major_gridlines_set_line(values, &grid)
        chart_axis_set_num_format(values, plan.scaleFormat)
        if let scale = plan.scale {
            chart_axis_set_min(values, scale.minimum)
            chart_axis_set_max(values, scale.maximum)
            chart_axis_set_major_unit(values, scale.step)
        }
        // Below the chart, also where figures are negative.
        chart_axis_set_label_position(labels, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        let interval = UInt16(clamping: plan.labelInterval)
        chart_axis_set_interval_unit(labels, interval)
        chart_axis_set_interval_tick(labels, interval)
    }

    // MARK: Series

    private func add(
        _ plan: ChartSeriesPlan, of chart: ChartPlan, to pointer: UnsafeMutablePointer<lxw_chart>
    ) throws {
        guard let series = chart_add_series(pointer, nil, nil) else { throw CStrings.outOfMemory() }
        let (first, last) = (lxw_row_t(chart.dataRows.lowerBound), lxw_row_t(chart.dataRows.upperBound - 1))
        let (labels, values) = (lxw_col_t(chart.labelColumn), lxw_col_t(plan.column))
        chart_series_set_categories(series, chart.dataSheet, first, labels, last, labels)
        chart_series_set_values(series, chart.dataSheet, first, values, last, values)
        chart_series_set_name_range(series, chart.dataSheet, lxw_row_t(chart.headerRow), values)
        for value in plan.values {
            let isAdded =
                if var value { cxlsxwriter_add_cached_value(series, &value) } else {
                    cxlsxwriter_add_cached_value(series, nil)
                }
            guard isAdded != 0 else { throw CStrings.outOfMemory() }
        }
        switch chart.form {
        case .lines: setUp(line: series, plan.look)
        case .stackedBars: try setUp(bar: series, plan.look, chart)
        }
    }

    private func setUp(line series: UnsafeMutablePointer<lxw_chart_series>, _ look: ChartLook) {
        var line = line(look.colour, width: look.lineWidth ?? 0)
        if look.lineWidth == nil { line.none = 1 }
        line.dash_type = dash(look.dash)
        chart_series_set_line(series, &line)
        guard let marker = look.marker else {
            return chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
        }
        chart_series_set_marker_type(series, symbol(marker))
        chart_series_set_marker_size(series, UInt8(clamping: look.markerSize))
        var outline = self.line(look.colour, width: look.lineWidth == nil ? 1.5 : 0.75)
        chart_series_set_marker_line(series, &outline)
        var fill = lxw_chart_fill()
        fill.color = WorkbookWriter.colour(look.colour)
        chart_series_set_marker_fill(series, &fill)
    }

    private func setUp(
        bar series: UnsafeMutablePointer<lxw_chart_series>, _ look: ChartLook, _ chart: ChartPlan
    ) throws {
        var fill = lxw_chart_fill()
        fill.color = WorkbookWriter.colour(look.colour)
        chart_series_set_fill(series, &fill)
        var outline = line(chart.text, width: look.lineWidth ?? 0.75)
        chart_series_set_line(series, &outline)
        chart_series_set_labels(series)
        chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_CENTER.rawValue))
        chart_series_set_labels_num_format(series, chart.valueFormat)
        var labels = try font(chart)
        if let colour = look.labelColour { labels.color = WorkbookWriter.colour(colour) }
        chart_series_set_labels_font(series, &labels)
    }

    // MARK: Looks

    private func font(
        _ plan: ChartPlan, size: Double = ChartPlanner.fontSize, bold: Bool = false
    ) throws -> lxw_chart_font {
        var font = lxw_chart_font()
        font.name = try strings.make("Arial")
        font.size = size
        font.bold = bold ? 1 : UInt8(LXW_EXPLICIT_FALSE.rawValue)
        font.color = WorkbookWriter.colour(plan.text)
        return font
    }

    private func line(_ colour: WorkbookColour, width: Double) -> lxw_chart_line {
        var line = lxw_chart_line()
        line.color = WorkbookWriter.colour(colour)
        line.width = Float(width)
        return line
    }

    private func dash(_ dash: ChartLook.Dash) -> UInt8 {
        let type =
            switch dash {
            case .solid: LXW_CHART_LINE_DASH_SOLID
            case .dash: LXW_CHART_LINE_DASH_DASH
            case .dashDot: LXW_CHART_LINE_DASH_DASH_DOT
            case .longDash: LXW_CHART_LINE_DASH_LONG_DASH
            case .longDashDot: LXW_CHART_LINE_DASH_LONG_DASH_DOT
            case .longDashDotDot: LXW_CHART_LINE_DASH_LONG_DASH_DOT_DOT
            case .squareDot: LXW_CHART_LINE_DASH_SQUARE_DOT
            case .roundDot: LXW_CHART_LINE_DASH_ROUND_DOT
            }
        return UInt8(type.rawValue)
    }

    private func symbol(_ marker: ChartLook.Marker) -> UInt8 {
        let type =
            switch marker {
            case .circle: LXW_CHART_MARKER_CIRCLE
            case .diamond: LXW_CHART_MARKER_DIAMOND
            case .triangle: LXW_CHART_MARKER_TRIANGLE
            case .square: LXW_CHART_MARKER_SQUARE
            case .cross: LXW_CHART_MARKER_X
            case .star: LXW_CHART_MARKER_STAR
            case .plus: LXW_CHART_MARKER_PLUS
            case .longDash: LXW_CHART_MARKER_LONG_DASH
            }
        return UInt8(type.rawValue)
    }
}
