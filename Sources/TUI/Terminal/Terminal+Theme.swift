internal import Explorer

extension Terminal {
  /// Applies a theme by name, within what the terminal and `NO_COLOR` allow.
  mutating func wear(_ name: ThemeName) {
    theme.isHighContrast = name == .contrast
    theme.isPlain = name == .plain
    theme.background =
      switch name {
      case .dark: .dark
      case .light: .light
      case .normal: background
      case .contrast, .plain: .unknown
      }
  }
}
