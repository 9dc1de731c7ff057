import Corpus

/// Random report paragraphs, and near-duplicates of them with the changes that offices make: none,
/// another year, another place, other figures, sentences added or removed.
public struct PlantedCopies {
  /// A report that contains near-duplicates.
  public struct PlantedReport {
    /// The path of the report's file, and its year.
    public let path: String, year: Int?
    /// The texts of the paragraphs.
    public let texts: [String]
    /// For each paragraph, the number of the paragraph from which it was copied, or `nil`.
    /// Paragraphs are numbered from 0 over all reports.
    public let origins: [Int?]
  }

  private var random: SeededRandom

  /// Creates a generator with a seed.
  public init(seed: UInt64) { random = SeededRandom(seed: seed) }

  private static let who = [
    "各乡镇中心校", "县教育局督导室", "全县中小学", "局机关各股室", "各学区", "民办学校", "乡村教学点", "职业中学",
    "学前教育股", "教师进修学校", "各级各类学校", "招生办公室",
  ]
  private static let when = [
    "开学以来", "上半年", "年内", "暑假期间", "秋季开学前", "年底之前", "本学期", "检查期间", "经费下达后", "摸底之后",
  ]
  private static let done = [
    "逐户核对适龄儿童名册", "新建标准化食堂若干所", "完善校车接送台账", "组织骨干教师送教下乡", "清退违规收费",
    "化解大班额问题", "补充心理健康教师", "改造薄弱学校宿舍", "建立留守儿童档案", "推进集团化办学", "开展普通话测试",
    "整治校园周边摊点", "核查营养餐采购票据", "更新实验仪器设备", "试点课后托管服务", "评选师德标兵",
  ]
  private static let result = [
    "入学率稳步提高", "家长满意度明显上升", "安全事故有所减少", "办学条件得到改善", "经费使用更加规范", "教学质量逐年提升",
    "队伍结构趋于合理", "社会反响良好", "问题整改全部到位", "工作机制逐步健全",
  ]
  /// Counties, districts and towns that replace one another in copies.
  public static let places = ["临岚县", "青溪县", "白鹭区", "石桥镇", "云峰乡", "南屏区", "松原镇", "柳河县"]

  /// Returns a random sentence. The figures make most sentences unique.
  public mutating func sentence(of place: String, year: Int) -> String {
    func one(_ words: [String]) -> String { words.randomElement(using: &random)! }
    let number = Int.random(in: 3...9800, using: &random)
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: "\(year)年，\(place)\(one(Self.who))\(one(Self.done))\(number)处，\(one(Self.result))。"
    case 1: "\(one(Self.when))，\(one(Self.who))\(one(Self.done))，共涉及\(number)人，\(one(Self.result))。"
    case 2: "\(one(Self.who))\(one(Self.done))，\(one(Self.done))，\(one(Self.result))。"
    default:
      "\(place)\(one(Self.when))\(one(Self.done))，投入\(number)万元，\(one(Self.result))，\(one(Self.result))。"
    }
  }

  /// Returns the sentences of a random paragraph, one to six.
  public mutating func paragraph(of place: String, year: Int) -> [String] {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in sentence(of: place, year: year) }
  }

  /// Returns a copy of a paragraph's sentences, with a random selection of changes.
  public mutating func copy(
    of sentences: [String], from place: String, year: Int, to newPlace: String, newYear: Int
  ) -> [String] {
    func sometimes(_ share: Int) -> Bool { Int.random(in: 0..<share, using: &random) == 0 }
    var copy = sentences
    if sometimes(2) { copy = copy.map { $0.replacing("\(year)年", with: "\(newYear)年") } }
    if sometimes(2) { copy = copy.map { $0.replacing(place, with: newPlace) } }
    if sometimes(3) {
      let change = Int.random(in: 1...9, using: &random)
      copy = copy.map { sentence in
        guard let digit = sentence.last(where: \.isNumber) else { return sentence }
        return sentence.replacing("\(digit)", with: "\(change)")
      }
    }
    if sometimes(4) {
      copy.insert(
        sentence(of: newPlace, year: newYear), at: Int.random(in: 0...copy.count, using: &random))
    }
    if sometimes(4), copy.count > 1 {
      copy.remove(at: copy.indices.randomElement(using: &random)!)
    }
    return copy
  }

  /// Returns a corpus of random reports in which some paragraphs are copies of earlier ones.
  ///
  /// - Parameter copies: The average number of copies in three paragraphs.
  public mutating func reports(
    count: Int, paragraphs: Int, copiesOfThree copies: Int = 1
  ) -> [PlantedReport] {
    var known: [(sentences: [String], place: String, year: Int)] = []
    var reports: [PlantedReport] = []
    for number in 0..<count {
      let place = Self.places.randomElement(using: &random)!
      let year = Int.random(in: 2008...2019, using: &random)
      var texts: [String] = []
      var origins: [Int?] = []
      for _ in 0..<paragraphs {
        let isCopy = Int.random(in: 0..<3, using: &random) < copies
        let sentences: [String]
        if isCopy, let number = known.indices.randomElement(using: &random) {
          let origin = known[number]
          origins.append(number)
          sentences = copy(
            of: origin.sentences, from: origin.place, year: origin.year, to: place, newYear: year)
        } else {
          origins.append(nil)
          sentences = paragraph(of: place, year: year)
        }
        known.append((sentences, place, year))
        texts.append(sentences.joined())
      }
      let isDated = Int.random(in: 0..<8, using: &random) > 0
      reports.append(
        PlantedReport(
          path: "/\(place)\(year)-\(number)", year: isDated ? year : nil, texts: texts,
          origins: origins))
    }
    return reports
  }
}
